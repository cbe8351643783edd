// SPDX-License-Identifier: Apache-2.0
import type { Phase } from '@preview-environments/backstage-plugin-preview-common';
import { someOptions } from '../examples/options';
import { summarize } from './summary';

const phases = (...list: Phase[]) => list.map(phase => ({ phase }));

describe('summarize', () => {
  it.each([
    ['none', phases(), []],
    [
      'in one order, whatever the order of the rows',
      phases('failed', 'provisioning', 'ready', 'ready'),
      [
        { phase: 'ready', count: 2 },
        { phase: 'provisioning', count: 1 },
        { phase: 'failed', count: 1 },
      ],
    ],
    ['ended ones do not count', phases('stopped'), []],
  ])('%s', (_case, sessions, counts) => {
    expect(summarize(sessions).counts).toEqual(counts);
  });

  it.each([
    [20, 3, 17],
    [20, 20, 0],
    [5, 9, 0],
  ])('of %d with %d used the team may run %d more', (limit, used, more) => {
    const quota = { ...someOptions().quota, perOwner: { limit, used } };
    expect(summarize([], { quota }).teamMayRun).toBe(more);
  });

  it('does not guess a quota that it does not know', () => {
    expect(summarize([]).teamMayRun).toBeNull();
  });
});
