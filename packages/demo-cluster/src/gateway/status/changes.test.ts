// SPDX-License-Identifier: Apache-2.0
import { RouteParentStatus, World } from '../objects';
import { demoControllerName } from '../startGateway';
import { assess } from '../table/assess';
import {
  aGateway,
  aRoute,
  aService,
  aWorld,
  servedPort,
  toService,
} from '../testUtils/builders';
import { statusChanges } from './changes';

const claim = { controllerName: demoControllerName, servedPort };
const at = (now: number) => ({
  controllerName: demoControllerName,
  address: '127.0.0.1',
  now,
});

const changesOf = (world: World, now = 0) =>
  statusChanges(assess(world, claim), at(now));

/** Writes all statuses into the world, as the server would. */
function settle(world: World, now = 0): void {
  for (const { object, status } of changesOf(world, now)) {
    Object.assign(object, { status: JSON.parse(JSON.stringify(status)) });
  }
}

const ours = (world: World): RouteParentStatus[] =>
  world.httpRoutes[0].status!.parents!;

const summary = ({ conditions }: RouteParentStatus) =>
  conditions.map(
    ({ type, status, reason, observedGeneration, lastTransitionTime }) =>
      `${type} ${status} ${reason} ${observedGeneration} ${lastTransitionTime.slice(
        11,
        19,
      )}`,
  );

function aShop(): World {
  return aWorld({
    httpRoutes: [aRoute('web', [toService('a')])],
    services: [aService('a')],
  });
}

it('settles: once written, nothing is left to write', () => {
  const world = aShop();
  expect(changesOf(world).map(({ plural }) => plural)).toEqual([
    'gatewayclasses',
    'gateways',
    'httproutes',
  ]);
  settle(world);
  expect(changesOf(world, 5_000)).toEqual([]);
});

it('reports addresses, listeners and how many routes are attached', () => {
  const world = aShop();
  world.gateways = [
    aGateway({}, { name: 'tls', port: 443, protocol: 'HTTPS' }),
  ];
  settle(world);
  expect(world.gateways[0].status).toMatchObject({
    addresses: [{ type: 'IPAddress', value: '127.0.0.1' }],
    conditions: [
      { type: 'Accepted', status: 'True', reason: 'ListenersNotValid' },
      { type: 'Programmed', status: 'True', reason: 'Programmed' },
    ],
    listeners: [
      {
        name: 'http',
        attachedRoutes: 1,
        supportedKinds: [{ kind: 'HTTPRoute' }],
        conditions: [
          { type: 'Accepted', status: 'True' },
          { type: 'Programmed', status: 'True' },
          { type: 'ResolvedRefs', status: 'True' },
          { type: 'Conflicted', status: 'False' },
        ],
      },
      {
        name: 'tls',
        attachedRoutes: 0,
        conditions: [
          { type: 'Accepted', status: 'False', reason: 'UnsupportedProtocol' },
          { type: 'Programmed', status: 'False', reason: 'Invalid' },
          { type: 'ResolvedRefs', status: 'True' },
          { type: 'Conflicted', status: 'False' },
        ],
      },
    ],
  });
});

it('keeps the time of a condition until its status changes', () => {
  const world = aShop();
  settle(world, 0);
  world.httpRoutes[0].metadata.generation = 2;
  world.services = [];
  settle(world, 5_000);
  expect(summary(ours(world)[0])).toEqual([
    'Accepted True Accepted 2 00:00:00',
    'ResolvedRefs False BackendNotFound 2 00:00:05',
  ]);
});

it('answers every parent by itself', () => {
  const world = aShop();
  const [ref] = world.httpRoutes[0].spec.parentRefs!;
  world.httpRoutes[0].spec.parentRefs = [
    ref,
    { ...ref, sectionName: 'nowhere' },
    { ...ref, name: 'of-somebody-else' },
  ];
  settle(world);
  expect(ours(world).map(({ parentRef }) => parentRef.sectionName)).toEqual([
    undefined,
    'nowhere',
  ]);
  expect(summary(ours(world)[1])[0]).toContain('False NoMatchingParent');
});

describe('beside another controller', () => {
  const foreign: RouteParentStatus = {
    parentRef: { name: 'other' },
    controllerName: 'example.com/other',
    conditions: [],
  };

  it('leaves what the other wrote', () => {
    const world = aShop();
    world.httpRoutes[0].status = { parents: [foreign] };
    settle(world);
    expect(ours(world)).toHaveLength(2);
    expect(ours(world)[0]).toEqual(foreign);
  });

  it('takes back its own part when a route leaves', () => {
    const world = aShop();
    world.httpRoutes[0].status = { parents: [foreign] };
    settle(world);
    world.httpRoutes[0].spec.parentRefs = [{ name: 'other' }];
    settle(world);
    expect(ours(world)).toEqual([foreign]);
  });
});
