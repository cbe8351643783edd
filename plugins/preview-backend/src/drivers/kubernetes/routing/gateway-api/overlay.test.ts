// SPDX-License-Identifier: Apache-2.0
import { defaultFilter } from '@preview-environments/backstage-plugin-preview-common';
import { aRoute, aRule, aService } from '../../testUtils/objects';
import type { HttpRoute, RouteMatch, RouteRule } from './model';
import { type OverlayInput, renderOverlays } from './overlay';

const FILTER = defaultFilter('pr-1');
const OUR_HEADER = { type: 'Exact', name: 'x-preview-key', value: 'pr-1' };

function render(routes: HttpRoute[], changes: Partial<OverlayInput> = {}) {
  return renderOverlays({
    base: 'pv-pr-1-h',
    previewService: 'pv-pr-1-h',
    ...{ ports: [80, 9000], contested: [] },
    services: [aService()],
    routes,
    filter: FILTER,
    key: 'pr-1',
    parents: [],
    ...changes,
  });
}

/** Rules of the first overlay of a route with one rule. */
const rulesOf = (rule: Partial<RouteRule>) =>
  render([aRoute([aRule(rule)])]).overlays[0]?.spec.rules ?? [];

describe('an overlay', () => {
  it('is the team’s rule with three edits', () => {
    const [rule] = rulesOf({
      name: 'web',
      matches: [
        {
          path: { type: 'Exact', value: '/checkout' },
          method: 'GET',
          headers: [{ name: 'version', value: '2' }],
          queryParams: [{ name: 'q', value: '1' }],
          fieldOfTomorrow: 1,
        },
      ],
      filters: [
        { type: 'URLRewrite', urlRewrite: { hostname: 'x' } },
        {
          type: 'ResponseHeaderModifier',
          responseHeaderModifier: {
            set: [
              { name: 'Cache-Control', value: 'public' },
              { name: 'x-team', value: 'a' },
            ],
            remove: ['server', 'X-Preview-Key'],
          },
        },
      ],
      timeouts: { request: '5s' },
      retry: { attempts: 2 },
    });
    expect(rule).toEqual({
      name: 'web',
      matches: [
        {
          path: { type: 'Exact', value: '/checkout' },
          method: 'GET',
          headers: [{ name: 'version', value: '2' }, OUR_HEADER],
          queryParams: [{ name: 'q', value: '1' }],
          fieldOfTomorrow: 1,
        },
      ],
      filters: [
        { type: 'URLRewrite', urlRewrite: { hostname: 'x' } },
        {
          type: 'ResponseHeaderModifier',
          responseHeaderModifier: {
            set: [
              { name: 'x-team', value: 'a' },
              { name: 'x-preview-key', value: 'pr-1' },
              { name: 'cache-control', value: 'private, no-store' },
            ],
            add: [{ name: 'vary', value: 'x-preview-key' }],
            remove: ['server'],
          },
        },
      ],
      timeouts: { request: '5s' },
      retry: { attempts: 2 },
      backendRefs: [{ name: 'pv-pr-1-h', port: 80 }],
    });
  });

  it.each<[string, RouteMatch[] | undefined]>([
    ['no matches', undefined],
    ['empty matches', []],
  ])('of a rule with %s matches every path, with the key', (_, matches) => {
    expect(rulesOf({ matches })[0].matches).toEqual([
      { path: { type: 'PathPrefix', value: '/' }, headers: [OUR_HEADER] },
    ]);
  });

  it('never has two entries of one header name in a match', () => {
    const [rule] = rulesOf({
      matches: [
        { headers: [{ name: 'X-Preview-Key', value: 'pr-1' }] },
        { headers: [{ name: 'X-Preview-Key', value: 'pr-2' }] },
        {
          headers: [
            { type: 'RegularExpression', name: 'x-preview-key', value: '.*' },
          ],
        },
      ],
    });
    expect(rule.matches).toEqual([{ headers: [OUR_HEADER] }]);
  });

  it('leaves out redirects, rules that lead elsewhere and other keys', () => {
    const { overlays, notes } = render([
      aRoute([
        aRule({ filters: [{ type: 'RequestRedirect' }] }),
        aRule({ backendRefs: [{ name: 'cart', port: 80 }] }),
        aRule({
          matches: [{ headers: [{ name: 'x-preview-key', value: 'b' }] }],
        }),
        aRule(),
      ]),
    ]);
    expect(overlays).toHaveLength(1);
    expect(overlays[0].spec.rules).toHaveLength(1);
    expect(notes).toHaveLength(2);
  });

  it('takes the heavier backend of a canary, with its filters and without its weight', () => {
    const filters = [{ type: 'RequestHeaderModifier' }];
    const [rule] = render(
      [
        aRoute([
          aRule({
            backendRefs: [
              { name: 'checkout', port: 80, weight: 10 },
              { name: 'checkout-next', port: 9000, weight: 90, filters },
            ],
          }),
        ]),
      ],
      { services: [aService(), aService('checkout-next')] },
    ).overlays[0].spec.rules!;
    expect(rule.backendRefs).toEqual([
      { name: 'pv-pr-1-h', port: 9000, filters },
    ]);
  });

  it('has the parents and hosts of its route, one overlay for each', () => {
    const { overlays } = render([
      aRoute([aRule()], { name: 'b', hostnames: ['b.example.com'] }),
      aRoute([aRule()], { name: 'a', parentRefs: [{ name: 'other' }] }),
    ]);
    expect(overlays.map(({ name, spec }) => [name, spec.hostnames])).toEqual([
      ['pv-pr-1-h-0', undefined],
      ['pv-pr-1-h-1', ['b.example.com']],
    ]);
    expect(overlays[0].spec.parentRefs).toEqual([{ name: 'other' }]);
  });

  it('never stands beside one of ours', () => {
    const ours = aRoute();
    ours.metadata.labels = {
      'app.kubernetes.io/managed-by': 'preview-environments',
    };
    expect(render([ours]).refusal?.code).toBe('NoRoute');
  });
});

describe('what cannot be attached', () => {
  it.each<[string, HttpRoute[], string, Partial<OverlayInput>]>([
    ['no route at all', [], 'NoRoute', {}],
    [
      'a Service of another namespace',
      [
        aRoute([
          aRule({
            backendRefs: [{ name: 'checkout', namespace: 'b', port: 80 }],
          }),
        ]),
      ],
      'NoRoute',
      {},
    ],
    [
      'a route inside the mesh',
      [
        aRoute([aRule()], {
          parentRefs: [{ group: '', kind: 'Service', name: 'checkout' }],
        }),
      ],
      'RouteRejected',
      {},
    ],
    [
      'a gateway that may not',
      [aRoute()],
      'ListenerNotAllowed',
      { parents: ['infra/internal'] },
    ],
    [
      'a port that is not there',
      [aRoute([aRule({ backendRefs: [{ name: 'checkout', port: 1 }] })])],
      'RouteRejected',
      {},
    ],
    [
      'a match without room',
      [
        aRoute([
          aRule({
            matches: [
              {
                headers: Array.from({ length: 16 }, (_, i) => ({
                  name: `h${i}`,
                  value: 'v',
                })),
              },
            ],
          }),
        ]),
      ],
      'RouteRejected',
      {},
    ],
    [
      'a rule without room',
      [
        aRoute([
          aRule({
            filters: Array.from({ length: 16 }, () => ({
              type: 'RequestMirror',
            })),
          }),
        ]),
      ],
      'RouteRejected',
      {},
    ],
  ])('%s', (_, routes, code, changes) => {
    const { overlays, refusal } = render(routes, changes);
    expect(overlays).toEqual([]);
    expect(refusal?.code).toBe(code);
    expect(refusal?.message).toMatch(/\.$/);
  });

  it('does not keep the gateways that may carry previews from doing so', () => {
    const { overlays } = render(
      [
        aRoute([aRule()], {
          parentRefs: [
            { name: 'public' },
            { name: 'internal', namespace: 'infra' },
          ],
        }),
      ],
      { parents: ['infra/internal'] },
    );
    expect(overlays[0].spec.parentRefs).toEqual([
      { name: 'internal', namespace: 'infra' },
    ]);
  });
});

describe('the invariant', () => {
  /** Every shape of match that the Gateway API knows, in all combinations. */
  const shapes: RouteMatch[] = [
    undefined,
    { type: 'Exact', value: '/a' },
    { type: 'PathPrefix', value: '/' },
    { type: 'RegularExpression', value: '/.*' },
  ].flatMap(path =>
    [undefined, 'POST'].flatMap(method =>
      [
        undefined,
        [],
        [{ name: 'accept', value: '*/*' }],
        [{ name: 'X-PREVIEW-KEY', value: 'pr-1' }],
        [{ name: 'x-preview-key', value: 'pr-12' }],
        [{ type: 'RegularExpression', name: 'X-Preview-Key', value: '.*' }],
      ].map(headers => ({ path, method, headers })),
    ),
  );

  it(`holds for all ${shapes.length} shapes: no match lacks the exact key`, () => {
    const routes = shapes.map((match, i) =>
      aRoute([aRule({ matches: [match, ...shapes] })], { name: `r${i}` }),
    );
    const matches = render(routes).overlays.flatMap(({ spec }) =>
      spec.rules!.flatMap(rule => rule.matches!),
    );
    expect(matches.length).toBeGreaterThan(shapes.length);
    for (const match of matches) {
      const keyed = match.headers!.filter(
        ({ name }) => name.toLowerCase() === 'x-preview-key',
      );
      expect(keyed).toEqual([OUR_HEADER]);
    }
  });
});
