// SPDX-License-Identifier: Apache-2.0
import { leadsFor, warningsFor } from './warnings';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const CONFIGURED = [24 * HOUR, 2 * HOUR, 15 * MINUTE];

describe('leadsFor', () => {
  it.each<[string, number, number[]]>([
    ['72 h', 72 * HOUR, CONFIGURED],
    ['48 h', 48 * HOUR, CONFIGURED],
    ['just under 48 h', 48 * HOUR - 1, [2 * HOUR, 15 * MINUTE]],
    ['8 h', 8 * HOUR, [2 * HOUR, 15 * MINUTE]],
    ['3 h', 3 * HOUR, [15 * MINUTE]],
    ['30 min', 30 * MINUTE, [15 * MINUTE]],
    ['20 min', 20 * MINUTE, [5 * MINUTE]],
    ['5 min', 5 * MINUTE, [75 * SECOND]],
    ['2 min', 2 * MINUTE, [30 * SECOND]],
    ['1 min', MINUTE, []],
    ['nothing', 0, []],
    ['less than nothing', -HOUR, []],
  ])('of %s', (_, life, leads) => {
    expect(leadsFor(life, CONFIGURED)).toEqual(leads);
  });

  it('is empty where nobody wants to be warned', () => {
    expect(leadsFor(20 * MINUTE, [])).toEqual([]);
  });
});

describe('warningsFor', () => {
  it('is due so long before the end', () => {
    const warnings = warningsFor(
      { id: 's', expiresAt: 8 * HOUR },
      CONFIGURED,
      0,
    );
    expect(warnings.map(({ dueAt }) => dueAt)).toEqual([
      6 * HOUR,
      8 * HOUR - 15 * MINUTE,
    ]);
  });

  it('has one id per deadline and moment', () => {
    const idsOf = (expiresAt: number, now: number) =>
      warningsFor({ id: 's', expiresAt }, CONFIGURED, now).map(({ id }) => id);
    expect(idsOf(8 * HOUR, 0)).toEqual(idsOf(8 * HOUR, HOUR));
    expect(new Set([...idsOf(8 * HOUR, 0), ...idsOf(9 * HOUR, 0)]).size).toBe(
      4,
    );
  });

  it('knows none without an end', () => {
    expect(warningsFor({ id: 's', expiresAt: null }, CONFIGURED, 0)).toEqual(
      [],
    );
  });
});
