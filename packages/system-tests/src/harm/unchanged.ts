// SPDX-License-Identifier: Apache-2.0
import { aBudget } from '../fixtures/manifests';
import {
  builders,
  DEPLOYMENTS,
  DISRUPTION_BUDGETS,
  HTTP_ROUTES,
  PODS,
  REPLICA_SETS,
  type Resource,
  SERVICES,
} from '../fixtures/product';
import {
  aTarget,
  available,
  nothingLeft,
  routed,
  unattended,
} from '../fixtures/sessions';
import { until } from '../fixtures/until';
import type { World } from '../fixtures/World';
import type { Protection } from './Protection';

const ENDPOINTS: Resource = {
  group: '',
  version: 'v1',
  plural: 'endpoints',
  kind: 'Endpoints',
};
const TEAM = '!preview-environments.io/session';

/** Beta as long as budgets are: both became v1 in 1.21. */
const slicesOf = ({ server }: World): Resource => ({
  group: 'discovery.k8s.io',
  version: server.features.has('policy/v1') ? 'v1' : 'v1beta1',
  plural: 'endpointslices',
  kind: 'EndpointSlice',
});

const watched = (world: World) => [
  ...[DEPLOYMENTS, REPLICA_SETS, PODS, SERVICES, HTTP_ROUTES],
  ...[ENDPOINTS, slicesOf(world)],
  ...(world.server.features.has('policy/v1') ? [DISRUPTION_BUDGETS] : []),
];

/** Every object of the team, whole, versions included. */
async function snapshot(world: World): Promise<Record<string, unknown>> {
  const objects = await Promise.all(
    watched(world).map(async resource =>
      (
        await world.list(resource, TEAM)
      )
        // The endpoints of our own Service carry the labels of its owner or none.
        .filter(({ metadata }) => !metadata.name.startsWith('pv-'))
        .map(object => [`${resource.kind} ${object.metadata.name}`, object]),
    ),
  );
  return Object.fromEntries(objects.flat());
}

/** Controllers have taken note of the preview's pod: its own Service has it. */
function noticed(world: World): Promise<any[]> {
  return until(
    'the endpoints of the preview',
    async () =>
      (await world.list(ENDPOINTS)).filter(
        ({ metadata, subsets }) =>
          metadata.name.startsWith('pv-') && subsets?.[0]?.addresses?.length,
      ),
    found => found.length > 0,
  );
}

/** Controllers have taken note of the team's pods: its Service has all of them. */
async function noticedAll(world: World): Promise<boolean> {
  const [{ spec }] = await world.list(DEPLOYMENTS, TEAM);
  const [endpoints] = await world.list(ENDPOINTS, TEAM);
  const [slice] = await world.list(slicesOf(world), TEAM);
  const ready = (slice?.endpoints ?? []).filter(
    ({ conditions }: any) => conditions.ready,
  );
  return (
    endpoints?.subsets?.[0]?.addresses?.length === spec.replicas &&
    ready.length === spec.replicas
  );
}

async function production(world: World) {
  await aTarget(world, ...unattended(world));
  if (world.server.features.has('policy/v1')) {
    await world.create(aBudget());
  }
  await world.productionReady();
  await until('the endpoints of the team', () => noticedAll(world));
  let last = JSON.stringify(await snapshot(world));
  await until('production at rest', async () => {
    const now = JSON.stringify(await snapshot(world));
    const same = now === last;
    last = now;
    return same;
  });
  return snapshot(world);
}

export const UNCHANGED: Protection = {
  name: 'every object of the team stays equal, to the version, while previews come and go',
  options: { node: true },
  async prove(world) {
    const before = await production(world);
    const compare = async (when: string) => {
      expect({ when, ...(await snapshot(world)) }).toEqual({ when, ...before });
    };
    const one = await routed(world, { key: 'pr-1' });
    await noticed(world);
    await compare('one preview serves');
    const two = await routed(world, { key: 'pr-2' });
    await compare('two previews serve');
    const second = { number: 2, image: 'shop/checkout:feature-y' };
    const both = { ...one, revisions: [...one.revisions, second] };
    await world.driver.apply(both);
    await available(world, both);
    await world.settle(
      { ...both, serving: 2 },
      'the update',
      ({ serving, inSync }) => serving === 2 && inSync,
    );
    await compare('an update is done');
    await world.driver.remove(one);
    await world.driver.remove(two);
    await nothingLeft(world);
    await compare('all are gone');
  },
  twin: {
    name: 'labels kept',
    // The preview's pod stands among the addresses of the team's Service.
    harm: /\+\s+"name": "pv-pr-1-/,
    builders: {
      clonePod(input) {
        const clone = builders.clonePod(input);
        const { metadata = {} } = input.workload.spec.template;
        return {
          ...clone,
          template: {
            ...clone.template,
            metadata: {
              ...clone.template.metadata,
              labels: {
                ...metadata.labels,
                ...clone.template.metadata?.labels,
              },
            },
          },
        };
      },
    },
  },
};
