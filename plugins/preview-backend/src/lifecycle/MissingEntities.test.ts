// SPDX-License-Identifier: Apache-2.0
import type { EntityState } from './EntityLookup';
import { GONE_AFTER, MissingEntities } from './MissingEntities';

const STATES: Record<string, EntityState> = {
  '-': { state: 'gone' },
  '+': { state: 'found', ownerRef: null, links: [] },
};

/** `'+-'`: the catalog has a, and is without b. */
function answer(states: string): Map<string, EntityState> {
  return new Map([...states].map((state, at) => ['abc'[at], STATES[state]]));
}

const MINUTE = 60_000;

describe('MissingEntities', () => {
  it.each<[string, [minute: number, states: string][], string]>([
    ['one miss', [[0, '+-']], ''],
    [
      'misses close together',
      [
        [0, '+-'],
        [5, '+-'],
        [9.99, '+-'],
      ],
      '',
    ],
    [
      'misses far enough apart',
      [
        [0, '+-'],
        [5, '+-'],
        [10, '+-'],
      ],
      'b',
    ],
    [
      'misses with nothing between',
      [
        [0, '+-'],
        [10, '+-'],
      ],
      'b',
    ],
    [
      'several of many',
      [
        [0, '+--'],
        [10, '+--'],
      ],
      'bc',
    ],
    [
      'the only one',
      [
        [0, '-'],
        [10, '-'],
      ],
      'a',
    ],
    [
      'one that came back',
      [
        [0, '+-'],
        [5, '++'],
        [10, '+-'],
      ],
      '',
    ],
    [
      'one that nobody asked for meanwhile',
      [
        [0, '+-'],
        [5, '+'],
        [10, '+-'],
      ],
      '',
    ],
    [
      'everything',
      [
        [0, '--'],
        [5, '--'],
        [10, '--'],
        [20, '--'],
      ],
      '',
    ],
    [
      'everything once',
      [
        [0, '+-'],
        [10, '--'],
      ],
      '',
    ],
    [
      'everything in between',
      [
        [0, '+-'],
        [5, '--'],
        [10, '+-'],
      ],
      'b',
    ],
    [
      'answers too far apart',
      [
        [0, '+-'],
        [10.01, '+-'],
        [20, '+-'],
      ],
      '',
    ],
    [
      'too far apart, then long enough',
      [
        [0, '+-'],
        [60, '+-'],
        [70, '+-'],
      ],
      'b',
    ],
  ])('%s', (_, answers, gone) => {
    const missing = new MissingEntities();
    const found = answers.map(([minute, states]) =>
      missing.look('demo', answer(states), minute * MINUTE),
    );
    expect([...found.at(-1)!].join('')).toBe(gone);
  });

  it('does not mix clusters', () => {
    const missing = new MissingEntities();
    missing.look('one', answer('-'), 0);
    expect(missing.look('other', answer('-'), GONE_AFTER).size).toBe(0);
    expect(missing.look('one', answer('-'), GONE_AFTER).size).toBe(1);
  });
});
