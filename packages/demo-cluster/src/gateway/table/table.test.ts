// SPDX-License-Identifier: Apache-2.0
import { RouteMatch, World } from '../objects';
import {
  aGateway,
  aRoute,
  aService,
  aWorld,
  servedPort,
  toService,
} from '../testUtils/builders';
import { demoControllerName } from '../startGateway';
import { assess } from './assess';
import { buildTable, lookUp } from './table';

interface Sent {
  host?: string;
  method?: string;
  target?: string;
  headers?: Record<string, string>;
}

const claim = { controllerName: demoControllerName, servedPort };

/** The Service that a request goes to, or undefined for 404. */
function serviceFor(world: World, sent: Sent = {}): string | undefined {
  const [path, search = ''] = (sent.target ?? '/').split('?');
  const found = lookUp(buildTable(assess(world, claim)), {
    host: sent.host ?? 'localhost',
    method: sent.method ?? 'GET',
    path,
    query: new URLSearchParams(search),
    headers: sent.headers ?? {},
  });
  return found?.entry.rule.backends[0].backend?.service.split('/')[1];
}

const services = ['a', 'b', 'c'].map(name => aService(name));

/** Two routes, to Service `a` and to Service `b`, of which `b` is the younger one. */
function aOrB(a: RouteMatch, b: RouteMatch): World {
  return aWorld({
    services,
    httpRoutes: [
      aRoute('route-a', [toService('a', { matches: [a] })], { createdAt: 1 }),
      aRoute('route-b', [toService('b', { matches: [b] })], { createdAt: 2 }),
    ],
  });
}

const prefix = (value: string): RouteMatch => ({
  path: { type: 'PathPrefix', value },
});
const key = (value: string): RouteMatch => ({
  headers: [{ name: 'x-preview-key', value }],
});
const withKey = { headers: { 'x-preview-key': 'pr-1' }, target: '/cart/1' };

describe('precedence between routes', () => {
  it.each<[string, RouteMatch, RouteMatch, Sent, string]>([
    [
      'an exact path beats a longer prefix rule with a header',
      { path: { type: 'Exact', value: '/cart/1' } },
      { ...prefix('/cart/1'), ...key('pr-1') },
      withKey,
      'a',
    ],
    [
      'a longer prefix beats a header',
      prefix('/cart/1'),
      { ...prefix('/cart'), ...key('pr-1') },
      withKey,
      'a',
    ],
    [
      'a method beats a header',
      { ...prefix('/cart'), method: 'GET' },
      { ...prefix('/cart'), ...key('pr-1') },
      withKey,
      'a',
    ],
    [
      'a header on the same path wins, though younger',
      prefix('/cart'),
      { ...prefix('/cart'), ...key('pr-1') },
      withKey,
      'b',
    ],
    [
      'a header and the method win over the method',
      { method: 'GET' },
      { method: 'GET', ...key('pr-1') },
      withKey,
      'b',
    ],
    [
      'two headers beat one',
      key('pr-1'),
      {
        headers: [
          { name: 'x-preview-key', value: 'pr-1' },
          { name: 'canary', value: '1' },
        ],
      },
      { headers: { 'x-preview-key': 'pr-1', canary: '1' } },
      'b',
    ],
    [
      'one header beats two query parameters',
      key('pr-1'),
      {
        queryParams: [
          { name: 'p', value: '1' },
          { name: 'q', value: '1' },
        ],
      },
      { ...withKey, target: '/?p=1&q=1' },
      'a',
    ],
    [
      'a query parameter beats none',
      {},
      { queryParams: [{ name: 'p', value: '1' }] },
      { target: '/?p=1' },
      'b',
    ],
    [
      'a repeated header name counts once',
      key('pr-1'),
      {
        headers: [
          { name: 'x-preview-key', value: 'pr-1' },
          { name: 'X-PREVIEW-KEY', value: 'x' },
        ],
      },
      withKey,
      'a',
    ],
    [
      'a pattern beats a prefix',
      prefix('/cart/1'),
      { path: { type: 'RegularExpression', value: '/c.*' } },
      withKey,
      'b',
    ],
    [
      'equal matches go to the older route',
      key('pr-1'),
      key('pr-1'),
      withKey,
      'a',
    ],
    [
      'without its header the younger route gets nothing',
      prefix('/'),
      key('pr-1'),
      {},
      'a',
    ],
    [
      'pr-1 does not get what is meant for pr-12',
      key('pr-1'),
      key('pr-12'),
      { headers: { 'x-preview-key': 'pr-12' } },
      'b',
    ],
  ])('%s', (_, a, b, sent, expected) => {
    expect(serviceFor(aOrB(a, b), sent)).toBe(expected);
  });

  it('goes by name where routes are of one age', () => {
    const rules = (service: string) => [toService(service)];
    const world = aWorld({
      services,
      httpRoutes: [
        aRoute('z', rules('a')),
        aRoute('b', rules('b')),
        aRoute('a', rules('c'), { namespace: 'web' }),
      ],
    });
    expect(serviceFor(world)).toBe('b');
  });

  it('goes by place within a route', () => {
    const rules = [toService('a'), toService('b')];
    const world = aWorld({ services, httpRoutes: [aRoute('one', rules)] });
    expect(serviceFor(world)).toBe('a');
  });

  it('answers 404 where nothing matches', () => {
    const world = aOrB(key('pr-1'), key('pr-2'));
    expect(serviceFor(world, { headers: { 'x-preview-key': 'pr-3' } })).toBe(
      undefined,
    );
  });
});

describe('hostnames', () => {
  const routes = [
    aRoute('any', [toService('a')]),
    aRoute('wild', [toService('b')], { hostnames: ['*.example.com'] }),
    aRoute('literal', [toService('c', { matches: [prefix('/cart')] })], {
      hostnames: ['Shop.example.com'],
    }),
  ];

  it.each([
    ['other.net', '/', 'a'],
    ['web.example.com', '/', 'b'],
    ['shop.example.com', '/cart', 'c'],
    ['shop.example.com', '/', 'b'],
  ])('%s%s goes to %s', (host, target, expected) => {
    const world = aWorld({ services, httpRoutes: routes });
    expect(serviceFor(world, { host, target })).toBe(expected);
  });

  it('keeps a request on the listener with the narrowest hostname', () => {
    const gateways = [
      aGateway({ name: 'all' }, { name: 'shop', hostname: '*.example.com' }),
    ];
    const onAll = aRoute('any', [toService('a')]);
    onAll.spec.parentRefs![0].sectionName = 'all';
    const world = aWorld({ services, gateways, httpRoutes: [onAll] });
    expect(serviceFor(world, { host: 'other.net' })).toBe('a');
    expect(serviceFor(world, { host: 'shop.example.com' })).toBe(undefined);
  });
});
