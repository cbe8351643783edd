// SPDX-License-Identifier: Apache-2.0
import type { RouteRule } from './model';
import { splitRules } from './split';

const rule = (matches: number): RouteRule => ({
  name: 'r',
  matches: Array.from({ length: matches }, (_, i) => ({
    path: { type: 'Exact', value: `/${i}` },
  })),
});
const shape = (rules: RouteRule[]) =>
  splitRules(rules).map(group => group.map(({ matches }) => matches!.length));

describe('splitRules at the limits of the Gateway API', () => {
  it.each<[string, number[], number[][]]>([
    ['16 rules fit', Array(16).fill(1), [Array(16).fill(1)]],
    ['17 rules do not', Array(17).fill(1), [Array(16).fill(1), [1]]],
    ['64 matches fit a rule', [64], [[64]]],
    ['65 matches do not', [65], [[64, 1]]],
    ['128 matches fit a route', [64, 64], [[64, 64]]],
    ['129 matches do not', [64, 64, 1], [[64, 64], [1]]],
    ['a rule is not torn for the sum', [60, 60, 60], [[60, 60], [60]]],
    ['nothing is nothing', [], []],
  ])('%s', (_, sizes, groups) => {
    expect(shape(sizes.map(rule))).toEqual(groups);
  });

  it('keeps the order and repeats no name', () => {
    const [group] = splitRules([rule(65)]);
    expect(group.map(({ name }) => name)).toEqual([undefined, undefined]);
    expect(group[1].matches![0].path!.value).toBe('/64');
  });
});
