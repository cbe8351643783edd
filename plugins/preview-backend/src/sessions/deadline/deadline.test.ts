// SPDX-License-Identifier: Apache-2.0
import { moveDeadline } from './moveDeadline';
import { parseDeadline } from './parseDeadline';

const NOW = Date.UTC(2030, 0, 1);
const HOUR = 3_600_000;
const session = { createdAt: NOW - HOUR, expiresAt: NOW + HOUR };
const limits = { min: 1000, max: 10 * HOUR, lifetime: null };

describe('parseDeadline', () => {
  it.each([
    [{}, null],
    [{ pinned: false }, null],
    [{ ttl: '2h' }, { by: 'ttl', expiresAt: NOW + 2 * HOUR }],
    [
      { ttl: '2h', pinned: false },
      { by: 'ttl', expiresAt: NOW + 2 * HOUR },
    ],
    [{ extendBy: 'PT1H' }, { by: 'extendBy', extension: HOUR }],
    [
      { expiresAt: '2030-01-01T03:00:00+01:00' },
      { by: 'expiresAt', expiresAt: NOW + 2 * HOUR },
    ],
  ])('reads %j', (times, deadline) => {
    expect(parseDeadline(times, NOW)).toEqual(deadline);
  });

  it.each([
    [{ ttl: '1h', extendBy: '1h' }, 'DeadlineAmbiguous', 'ttl'],
    [{ expiresAt: 'x', extendBy: '1h' }, 'DeadlineAmbiguous', 'expiresAt'],
    [{ extendBy: '1h', pinned: true }, 'DeadlineAmbiguous', 'extendBy'],
    [{ expiresAt: '2030-01-01T00:00:00Z' }, 'InvalidTime', 'expiresAt'],
    [{ expiresAt: '2031-01-01' }, 'InvalidTime', 'expiresAt'],
    [{ expiresAt: '2031-13-01T00:00:00Z' }, 'InvalidTime', 'expiresAt'],
  ])('refuses %j', (times, code, field) => {
    expect(() => parseDeadline(times, NOW)).toThrow(
      expect.objectContaining({ code, field }),
    );
  });
});

describe('an end that cannot be', () => {
  const LATEST = Date.UTC(9000, 0, 1);

  it.each([
    [{ ttl: '999999999w' }, { by: 'ttl', expiresAt: LATEST }],
    [{ extendBy: '999999999w' }, { by: 'extendBy', extension: LATEST }],
    [
      { expiresAt: '+099999-01-01T00:00:00Z' },
      { by: 'expiresAt', expiresAt: LATEST },
    ],
  ])('is left for policy to refuse: %j', (times, deadline) => {
    expect(parseDeadline(times, NOW)).toEqual(deadline);
  });

  it.each([
    ['2029-12-31T00:00:00Z', /past/, /later one; it is 2030-01-01T00:00:00/],
    ['tomorrow', /time zone/, /ISO 8601/],
  ])('%s is refused, with what would help', (expiresAt, message, hint) => {
    expect(() => parseDeadline({ expiresAt }, NOW)).toThrow(
      expect.objectContaining({
        message: expect.stringMatching(message),
        hint: expect.stringMatching(hint),
      }),
    );
  });
});

describe('moveDeadline', () => {
  const extend = (extension: number, over: object = {}) =>
    moveDeadline(
      session,
      { by: 'extendBy', extension },
      { ...limits, ...over },
      NOW,
    );

  it('adds to the present deadline', () => {
    expect(extend(HOUR)).toEqual({ expiresAt: NOW + 2 * HOUR, cap: null });
  });

  it('is capped by the nearest ceiling, and says by which', () => {
    expect(extend(20 * HOUR)).toMatchObject({
      expiresAt: NOW + 10 * HOUR,
      cap: { rule: 'ttl-max' },
    });
    expect(extend(20 * HOUR, { lifetime: 4 * HOUR })).toMatchObject({
      expiresAt: NOW + 3 * HOUR,
      cap: {
        rule: 'lifetime',
        message: 'A preview lives at most 4 hours in all.',
      },
    });
  });

  it('is refused when it gains nothing', () => {
    expect(() => extend(HOUR, { lifetime: 2 * HOUR })).toThrow(
      expect.objectContaining({ code: 'LifetimeExceeded', field: 'extendBy' }),
    );
    expect(() => extend(HOUR, { max: HOUR })).toThrow(
      expect.objectContaining({ code: 'TtlTooLong', field: 'extendBy' }),
    );
  });

  it('has nothing to extend where there is no end', () => {
    const wish = { by: 'extendBy' as const, extension: HOUR };
    expect(() =>
      moveDeadline({ ...session, expiresAt: null }, wish, limits, NOW),
    ).toThrow(
      expect.objectContaining({
        code: 'InvalidRequest',
        field: 'extendBy',
        message: 'A pinned preview has no end that could be extended.',
      }),
    );
  });

  it('takes a named end as it is', () => {
    const expiresAt = NOW + 99 * HOUR;
    const wish = { by: 'expiresAt' as const, expiresAt };
    expect(moveDeadline(session, wish, limits, NOW)).toEqual({
      expiresAt,
      cap: null,
    });
  });
});
