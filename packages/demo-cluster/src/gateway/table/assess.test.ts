// SPDX-License-Identifier: Apache-2.0
import { HttpRoute, Listener, World } from '../objects';
import { demoControllerName } from '../startGateway';
import {
  aGateway,
  aRoute,
  aService,
  aSlice,
  aWorld,
  servedPort,
  toService,
} from '../testUtils/builders';
import { assess } from './assess';

const claim = { controllerName: demoControllerName, servedPort };

const verdictOf = (world: World) => assess(world, claim).routes[0];

function routeTo(
  listener: Partial<Listener>,
  change: (route: HttpRoute) => void = () => {},
  parts: Partial<World> = {},
) {
  const route = aRoute('web', [toService('a')], { namespace: 'shop-web' });
  change(route);
  return verdictOf(
    aWorld({ gateways: [aGateway(listener)], httpRoutes: [route], ...parts }),
  );
}

describe('attaching', () => {
  const from = (namespaces: object): Partial<Listener> => ({
    allowedRoutes: { namespaces },
  });
  const webTeam = { matchLabels: { team: 'web' } };
  const namespaces = (team: string) => ({
    namespaces: [{ metadata: { name: 'shop-web', labels: { team } } }],
  });
  const parent = (ref: object) => (route: HttpRoute) => {
    Object.assign(route.spec.parentRefs![0], ref);
  };

  it.each<
    [
      string,
      Partial<Listener>,
      (route: HttpRoute) => void,
      Partial<World>,
      string | undefined,
    ]
  >([
    ['from all namespaces', from({ from: 'All' }), () => {}, {}, undefined],
    [
      'from the same namespace only',
      from({ from: 'Same' }),
      () => {},
      {},
      'NotAllowedByListeners',
    ],
    [
      'by default from the same only',
      { allowedRoutes: undefined },
      () => {},
      {},
      'NotAllowedByListeners',
    ],
    [
      'by label',
      from({ from: 'Selector', selector: webTeam }),
      () => {},
      namespaces('web'),
      undefined,
    ],
    [
      'by another label',
      from({ from: 'Selector', selector: webTeam }),
      () => {},
      namespaces('data'),
      'NotAllowedByListeners',
    ],
    [
      'by label of an unknown namespace',
      from({ from: 'Selector', selector: webTeam }),
      () => {},
      {},
      'NotAllowedByListeners',
    ],
    [
      'to a listener of other kinds',
      {
        allowedRoutes: {
          kinds: [{ kind: 'GRPCRoute' }],
          namespaces: { from: 'All' },
        },
      },
      () => {},
      {},
      'NotAllowedByListeners',
    ],
    ['to a section', {}, parent({ sectionName: 'http' }), {}, undefined],
    [
      'to an unknown section',
      {},
      parent({ sectionName: 'https' }),
      {},
      'NoMatchingParent',
    ],
    ['to a port', {}, parent({ port: servedPort }), {}, undefined],
    ['to another port', {}, parent({ port: 1 }), {}, 'NoMatchingParent'],
    [
      'to a listener that is not served',
      { port: 1 },
      () => {},
      {},
      'NoMatchingParent',
    ],
    [
      'under a hostname of the listener',
      { hostname: '*.io' },
      route => {
        route.spec.hostnames = ['a.io', 'b.com'];
      },
      {},
      undefined,
    ],
    [
      'under other hostnames',
      { hostname: '*.io' },
      route => {
        route.spec.hostnames = ['b.com'];
      },
      {},
      'NoMatchingListenerHostname',
    ],
    [
      'with a filter that is not known',
      {},
      route => {
        route.spec.rules![0].filters = [{ type: 'Teleport' }];
      },
      {},
      'UnsupportedValue',
    ],
    [
      'with a pattern that is broken',
      {},
      route => {
        route.spec.rules![0].matches = [
          { headers: [{ type: 'RegularExpression', name: 'a', value: '[' }] },
        ];
      },
      {},
      'UnsupportedValue',
    ],
  ])('%s', (_, listener, change, parts, reason) => {
    const { parents } = routeTo(listener, change, parts);
    expect(parents[0].problem?.reason).toBe(reason);
    expect(parents[0].attachments).toHaveLength(reason ? 0 : 1);
  });

  it('leaves alone what belongs to others', () => {
    const world = aWorld({ httpRoutes: [aRoute('web', [])] });
    world.gatewayClasses[0].spec.controllerName = 'example.com/other';
    expect(assess(world, claim)).toEqual({
      gatewayClasses: [],
      gateways: [],
      routes: [],
    });
  });
});

describe('backends', () => {
  const grant = (name?: string) => ({
    metadata: { name: 'g', namespace: 'data' },
    spec: {
      from: [
        {
          group: 'gateway.networking.k8s.io',
          kind: 'HTTPRoute',
          namespace: 'shop',
        },
      ],
      to: [{ group: '', kind: 'Service', name }],
    },
  });
  const dataService = aService('a', 'data');
  const secure = aService('a');
  secure.spec.ports![0].appProtocol = 'kubernetes.io/h2c';

  it.each<[string, object, Partial<World>, string | undefined]>([
    ['exists', {}, { services: [aService('a')] }, undefined],
    ['does not exist', {}, {}, 'BackendNotFound'],
    [
      'lacks the port',
      { port: 81 },
      { services: [aService('a')] },
      'BackendNotFound',
    ],
    ['is no Service', { kind: 'Bucket' }, {}, 'InvalidKind'],
    ['speaks HTTP/2', {}, { services: [secure] }, 'UnsupportedProtocol'],
    [
      'is elsewhere',
      { namespace: 'data' },
      { services: [dataService] },
      'RefNotPermitted',
    ],
    [
      'is elsewhere by grant',
      { namespace: 'data' },
      { services: [dataService], referenceGrants: [grant()] },
      undefined,
    ],
    [
      'is elsewhere by grant of its name',
      { namespace: 'data' },
      { services: [dataService], referenceGrants: [grant('a')] },
      undefined,
    ],
    [
      'is elsewhere by grant of another',
      { namespace: 'data' },
      { services: [dataService], referenceGrants: [grant('b')] },
      'RefNotPermitted',
    ],
  ])('%s', (_, ref, parts, reason) => {
    const rule = { backendRefs: [{ name: 'a', port: 80, ...ref }] };
    const verdict = verdictOf(
      aWorld({ httpRoutes: [aRoute('web', [rule])], ...parts }),
    );
    expect(verdict.backendProblems[0]?.reason).toBe(reason);
    expect(verdict.rules[0].backends[0].backend === null).toBe(!!reason);
  });
});

describe('endpoints', () => {
  const endpointsIn = (parts: Partial<World>) =>
    verdictOf(
      aWorld({
        httpRoutes: [aRoute('web', [toService('a')])],
        services: [aService('a')],
        ...parts,
      }),
    ).rules[0].backends[0].backend?.endpoints;

  it('are the ready ones of all slices, each once', () => {
    const second = aSlice('a', ['10.0.0.3', '10.0.0.1']);
    second.endpoints![0].conditions = { ready: false };
    const third = aSlice('a', ['10.0.0.4'], 9000);
    delete third.endpoints![0].conditions;
    const fqdn = aSlice('a', ['a.example.com']);
    fqdn.addressType = 'FQDN';
    const endpointSlices = [
      aSlice('a', ['10.0.0.2', '10.0.0.1']),
      second,
      third,
      fqdn,
      aSlice('b', ['10.0.0.5']),
      aSlice('a', ['10.0.0.6'], 8080, 'shop-web'),
    ];
    expect(endpointsIn({ endpointSlices })).toEqual([
      { address: '10.0.0.1', port: 8080 },
      { address: '10.0.0.2', port: 8080 },
      { address: '10.0.0.4', port: 9000 },
    ]);
  });

  it('come from Endpoints where there are no slices, by the name of the port', () => {
    const endpoints = [
      {
        metadata: { name: 'a', namespace: 'shop' },
        subsets: [
          {
            addresses: [{ ip: '10.0.0.1' }],
            ports: [
              { name: 'metrics', port: 9090 },
              { name: 'http', port: 3000 },
            ],
          },
          { ports: [{ name: 'http', port: 3001 }] },
        ],
      },
    ];
    expect(endpointsIn({ endpoints })).toEqual([
      { address: '10.0.0.1', port: 3000 },
    ]);
  });
});
