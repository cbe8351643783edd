// SPDX-License-Identifier: Apache-2.0
import type { Phase } from '@preview-environments/backstage-plugin-preview-common';
import { summarize, withOneMore } from './summary';

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

  const of = (limit: number, used: number) => ({ limit, used });
  it.each([
    ['the team has less left', of(5, 1), of(20, 17), 3, 'team'],
    ['as much is left of both', of(5, 1), of(20, 16), 4, 'team'],
    ['the reader has less left', of(5, 1), of(20, 3), 4, 'user'],
    ['the reader has used all', of(5, 5), of(20, 3), 0, 'user'],
    ['both have used all', of(5, 5), of(20, 20), 0, 'user'],
    ['the team has used all', of(5, 0), of(20, 20), 0, 'team'],
    ['the team has used more than it may now', of(5, 0), of(5, 9), 0, 'team'],
  ])('%s', (_case, perUser, perOwner, more, by) => {
    const quota = { perUser, perOwner };
    expect(summarize([], { quota }).mayRun).toMatchObject({ more, by });
  });

  it('knows what one more preview takes', () => {
    const options = { quota: { perUser: of(5, 3), perOwner: of(20, 3) } };
    expect(summarize([], withOneMore(options)).mayRun).toMatchObject({
      more: 1,
      by: 'user',
    });
  });

  it('does not guess a quota that it does not know', () => {
    expect(summarize([]).mayRun).toBeNull();
  });
});
