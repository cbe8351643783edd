// SPDX-License-Identifier: Apache-2.0
import { baseName } from '../../objects/names';
import type { RouteView } from '../../state/views';
import { aView, anIntent } from '../../testUtils/objects';
import { type CanaryInput, canarySpec, overlaysOf, planCanary } from './canary';
import type { ParentRef } from './model';
import type { Carrier } from './trust';

const INNER: ParentRef = { name: 'inner' };
const OUTER: ParentRef = { name: 'outer' };
const carrier = (parent: ParentRef, controller = 'c'): Carrier => ({
  id: `${controller} ${parent.name}`,
  parent,
  controller,
});
const base = baseName(anIntent().sessionId, 'pr-1');
const overlay = (parentRefs: ParentRef[], hostnames?: string[]) => ({
  name: `${base}-0`,
  spec: {
    parentRefs,
    hostnames,
    rules: [{ backendRefs: [{ name: base, port: 80, weight: 3 }] }],
  },
});
const view = (name: string, parentRefs: ParentRef[] = []): RouteView => ({
  ...aView({ name }),
  generation: 1,
  content: null,
  spec: { parentRefs },
  parents: [],
});
const planned = (changes: Partial<CanaryInput> = {}) =>
  planCanary({
    base,
    namespace: 'shop',
    overlays: [overlay([INNER, OUTER])],
    doubted: [carrier(INNER), carrier(OUTER)],
    proven: new Set(),
    present: [],
    filter: { type: 'header', name: 'x-preview-key', value: 'pr-1' },
    key: 'pr-1',
    ...changes,
  });

describe('planCanary', () => {
  it('tries all listeners of a controller by one route', () => {
    expect(planned()).toMatchObject({
      name: `${base}-canary`,
      listeners: ['c inner', 'c outer'],
      parentRefs: [INNER, OUTER],
    });
  });

  it.each<[string, Partial<CanaryInput>, string[] | null]>([
    ['nothing is in doubt', { doubted: [] }, null],
    ['all have passed', { proven: new Set(['c inner', 'c outer']) }, null],
    ['one has passed', { proven: new Set(['c inner']) }, ['c outer']],
    [
      'the session hangs on one already',
      { present: [view(`${base}-0`, [{ namespace: 'shop', name: 'inner' }])] },
      ['c outer'],
    ],
    [
      'two controllers, one after the other',
      { doubted: [carrier(INNER), carrier(OUTER, 'other')] },
      ['c inner'],
    ],
    [
      'two controllers, and the first has passed',
      {
        doubted: [carrier(INNER), carrier(OUTER, 'other')],
        proven: new Set(['c inner']),
      },
      ['other outer'],
    ],
  ])('%s', (_, changes, listeners) => {
    expect(planned(changes)?.listeners ?? null).toEqual(listeners);
  });
});

describe('canarySpec', () => {
  const canary = planned({
    overlays: [overlay([INNER, OUTER], ['shop.example.com'])],
  })!;
  const spec = canarySpec(canary, 'uid-1');
  const path = (uid: string) =>
    canarySpec(canary, uid).rules![0].matches![0].path!.value!;

  it('asks for the key on one path, and leads to the preview', () => {
    expect(spec).toMatchObject({
      parentRefs: [INNER, OUTER],
      hostnames: ['shop.example.com'],
      rules: [
        {
          matches: [
            {
              path: {
                type: 'Exact',
                value: expect.stringMatching(
                  /^\/\.preview-canary-[0-9a-f]{32}$/,
                ),
              },
              headers: [
                { type: 'Exact', name: 'x-preview-key', value: 'pr-1' },
              ],
            },
          ],
          backendRefs: [{ name: base, port: 80 }],
        },
      ],
    });
    expect(spec.rules).toHaveLength(1);
  });

  it('has a path that is the same for every replica, and for no other root', () => {
    expect(path('uid-1')).toBe(path('uid-1'));
    expect(path('uid-2')).not.toBe(path('uid-1'));
  });
});

it('overlaysOf leaves the canary out', () => {
  const routes = [view(`${base}-0`), view(`${base}-canary`), view(`${base}-1`)];
  expect(overlaysOf(routes).map(({ name }) => name)).toEqual([
    `${base}-0`,
    `${base}-1`,
  ]);
});
