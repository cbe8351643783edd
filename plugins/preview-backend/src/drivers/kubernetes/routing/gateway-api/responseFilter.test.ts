// SPDX-License-Identifier: Apache-2.0
import type { HeaderModifier } from './model';
import { markResponses } from './responseFilter';

const marked = (responseHeaderModifier?: HeaderModifier) =>
  markResponses(
    responseHeaderModifier
      ? [{ type: 'ResponseHeaderModifier', responseHeaderModifier }]
      : [],
    'pr-1',
    'x-preview-key',
  )[0].responseHeaderModifier;

const OURS = [
  { name: 'x-preview-key', value: 'pr-1' },
  { name: 'cache-control', value: 'private, no-store' },
];

describe('markResponses', () => {
  it.each<[string, HeaderModifier | undefined, HeaderModifier]>([
    [
      'without a filter of the team',
      undefined,
      { set: OURS, add: [{ name: 'vary', value: 'x-preview-key' }] },
    ],
    [
      'beside a Vary that the team adds',
      { add: [{ name: 'Vary', value: 'accept' }] },
      { set: OURS, add: [{ name: 'vary', value: 'accept, x-preview-key' }] },
    ],
    [
      'beside a Vary that the team sets',
      { set: [{ name: 'Vary', value: 'accept' }] },
      { set: [...OURS, { name: 'vary', value: 'accept, x-preview-key' }] },
    ],
    [
      'where the team removes Vary',
      { remove: ['vary'] },
      { set: [...OURS, { name: 'vary', value: 'x-preview-key' }] },
    ],
    [
      'where the team caches',
      { add: [{ name: 'Cache-Control', value: 'max-age=60' }] },
      { set: OURS, add: [{ name: 'vary', value: 'x-preview-key' }] },
    ],
  ])('%s', (_, team, expected) => {
    expect(marked(team)).toEqual(expected);
  });

  it('names no header twice', () => {
    const { set = [], add = [] } = marked({
      set: [{ name: 'X-PREVIEW-KEY', value: 'x' }],
      add: [{ name: 'VARY', value: 'a' }],
    })!;
    const names = [...set, ...add].map(({ name }) => name.toLowerCase());
    expect(new Set(names).size).toBe(names.length);
  });
});
