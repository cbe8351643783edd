// SPDX-License-Identifier: Apache-2.0
import type { SessionIntent } from '@preview-environments/backstage-plugin-preview-node';
import { contentHash } from '../objects/content';
import { baseName, replicaSetName } from '../objects/names';
import { planCanary } from '../routing/gateway-api/canary';
import { renderOverlays } from '../routing/gateway-api/overlay';
import {
  noObjects,
  type ReplicaSetView,
  type SessionObjects,
} from '../state/views';
import {
  accepted,
  aGateway,
  anIntent,
  aRoot,
  aRoute,
  aService,
  aView,
  aWorkload,
  CONTROLLER,
} from '../testUtils/objects';
import type { Facts } from './facts';
import type { RoutingGround } from './planRoutes';
import { isEmpty, makePlan, type Plan, rootOf } from './plan';

const NOW = 0;
const facts = (
  objects: Partial<SessionObjects> = {},
  changes: Partial<Facts> = {},
): Facts => ({
  objects: { ...noObjects(), ...objects },
  target: aWorkload(),
  services: [aService()],
  routes: [accepted()],
  ...changes,
});
const ground: RoutingGround = {
  builders: { renderOverlays, planCanary },
  gateway: aGateway({ controllers: { [CONTROLLER]: 'verified' } }),
  proven: new Set(),
};
const plan = (intent: SessionIntent, given: Facts) =>
  makePlan(intent, given, NOW, ground);

const intent = anIntent({ handle: 'root' });
const base = baseName(intent.sessionId, intent.key);
const set = (revision: number): ReplicaSetView => ({
  ...aView({ name: replicaSetName(base, revision), uid: `rs${revision}` }),
  revision,
  image: 'a',
  replicas: 1,
  readyReplicas: 0,
  createdAt: 0,
  failure: null,
  differences: [],
});

/** The cluster after a plan was carried out. */
function after(made: Plan, revisions: number[] = [1]): Facts {
  const routes = made.overlays.map(({ name, spec }) => ({
    ...aView({ name, uid: name, resourceVersion: '7' }),
    generation: 1,
    content: contentHash(spec),
    spec,
    parents: [],
  }));
  const { spec, serving } = made.service!;
  return facts({
    roots: [aRoot()],
    replicaSets: revisions.map(set),
    services: [
      {
        ...aView({ name: base, resourceVersion: '5' }),
        content: contentHash(spec),
        spec,
        serving,
      },
    ],
    routes,
  });
}

describe('makePlan', () => {
  it('makes everything of a new session but the route', () => {
    const made = plan(anIntent(), facts());
    expect(made).toMatchObject({
      root: { uid: null, seconds: 3660 },
      replicaSets: [{ number: 1 }],
      service: { serving: 1, resourceVersion: null },
      routes: [],
      refusal: null,
    });
    expect(made.reachable).toHaveLength(1);
  });

  it('writes nothing when everything is in place', () => {
    const routed = { ...intent, routed: true };
    const made = plan(routed, facts());
    expect(isEmpty(plan(routed, after(made)))).toBe(true);
  });

  it.each<[string, (given: Facts) => void, keyof Plan]>([
    [
      'the root has another deadline',
      given => (given.objects.roots[0].activeDeadlineSeconds = 60),
      'root',
    ],
    [
      'the annotated deadline is old',
      given => (given.objects.roots[0].deadline = 'none'),
      'root',
    ],
    [
      'a port of the team’s Service is new',
      given => given.services[0].spec.ports!.push({ name: 'b', port: 81 }),
      'service',
    ],
    [
      'somebody changed the Service',
      given => (given.objects.services[0].spec.selector = {}),
      'service',
    ],
    [
      'the team changed its route',
      given => (given.routes[0].spec.hostnames = ['a.io']),
      'routes',
    ],
    [
      'somebody took the header from the overlay',
      given =>
        (given.objects.routes[0].spec = {
          ...given.objects.routes[0].spec,
          rules: [],
        }),
      'routes',
    ],
    [
      'the ReplicaSet is gone',
      given => (given.objects.replicaSets = []),
      'replicaSets',
    ],
    [
      'the ReplicaSet lost its owner',
      given => (given.objects.replicaSets[0].owner = null),
      'replicaSets',
    ],
    [
      'somebody took the pods',
      given => (given.objects.replicaSets[0].replicas = 0),
      'scale',
    ],
    [
      'the ReplicaSet is being deleted',
      given => (given.objects.replicaSets[0].deleting = true),
      'replicaSets',
    ],
  ])('repairs only what differs: %s', (_, change, part) => {
    const routed = { ...intent, routed: true };
    const given = after(plan(routed, facts()));
    change(given);
    const made = plan(routed, given);
    const parts = (
      [
        'root',
        'replicaSets',
        'scale',
        'service',
        'routes',
        'detach',
        'removeReplicaSets',
      ] as const
    ).filter(
      each =>
        made[each] &&
        (!Array.isArray(made[each]) || (made[each] as unknown[]).length),
    );
    expect(parts).toEqual([part]);
  });

  it('notices that the team took something away', () => {
    const routed = { ...intent, routed: true };
    const withHost = facts(
      {},
      { routes: [accepted(aRoute(undefined, { hostnames: ['a.io'] }))] },
    );
    const given = after(plan(routed, withHost));
    expect(plan(routed, given).routes).toHaveLength(1);
  });

  it('moves traffic under the version that it has seen', () => {
    const updated = {
      ...intent,
      routed: true,
      revisions: [
        { number: 1, image: 'a' },
        { number: 2, image: 'b' },
      ],
      serving: 2,
    };
    const given = after(plan({ ...intent, routed: true }, facts()), [1, 2]);
    const made = plan(updated, given);
    expect(made.service).toMatchObject({ serving: 2, resourceVersion: '5' });
    expect(made.routes).toEqual([]);
    expect(made.removeReplicaSets).toEqual([]);
  });

  it('detaches, and does not render, what is not to be routed', () => {
    const given = after(plan({ ...intent, routed: true }, facts()));
    expect(plan(intent, given)).toMatchObject({
      routes: [],
      detach: [{ uid: `${base}-0` }],
    });
  });

  it('detaches overlays that no route of the team calls for any more', () => {
    const routed = { ...intent, routed: true };
    const given = { ...after(plan(routed, facts())), routes: [] };
    expect(plan(routed, given)).toMatchObject({
      detach: [{ uid: `${base}-0` }],
      refusal: { code: 'NoRoute' },
    });
  });

  it('removes revisions that are not wanted any more', () => {
    const second = {
      ...intent,
      revisions: [{ number: 2, image: 'b' }],
      serving: 2,
    };
    const made = plan(
      second,
      facts({ roots: [aRoot()], replicaSets: [set(1), set(2)] }),
    );
    expect(made.removeReplicaSets.map(({ revision }) => revision)).toEqual([1]);
  });

  it('keeps serving while the target is gone', () => {
    const given = {
      ...after(plan(intent, facts())),
      target: null,
      services: [],
    };
    expect(isEmpty(plan(intent, given))).toBe(true);
  });

  it('keeps the image of an existing root: templates of Jobs never change', () => {
    const given = facts({
      roots: [aRoot({ activeDeadlineSeconds: 1, image: 'first' })],
    });
    expect(plan(intent, given).root).toMatchObject({
      uid: 'root',
      image: 'first',
    });
  });

  it('asks for no route in mode none', () => {
    const made = plan(
      { ...intent, routed: true, traffic: { mode: 'none', filter: null } },
      facts({}, { routes: [] }),
    );
    expect(made).toMatchObject({ routes: [], refusal: null });
  });
});

describe('rootOf', () => {
  it('is only the root of the handle', () => {
    expect(
      rootOf(intent, facts({ roots: [aRoot({ uid: 'other' })] })),
    ).toBeNull();
  });
  it('without a handle is one that lives', () => {
    const given = facts({
      roots: [aRoot({ deleting: true }), aRoot({ uid: 'b' })],
    });
    expect(rootOf(anIntent(), given)?.uid).toBe('b');
  });
});
