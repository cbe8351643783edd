// SPDX-License-Identifier: Apache-2.0
import {
  aSession,
  ended,
  inPhase,
  pinned,
  TEST_START,
  withFields,
  type SessionModifier,
} from '../testUtils/aSession';
import { isStale } from './isStale';
import type { Notice } from './Notice';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

const expiring: Notice = {
  kind: 'expiring',
  lead: 15 * MINUTE,
  expiresAt: TEST_START + HOUR,
};
const ready: Notice = { kind: 'ready', revision: 1, image: 'x' };
const failed: Notice = { kind: 'failed', revision: 1, message: 'x' };
const stopped: Notice = { kind: 'stopped', endReason: 'stopped', reason: null };
const over = ended(TEST_START);
const serving = withFields({ servingRevision: 1 });
const updated = withFields({ revision: 2, servingRevision: 2 });

describe('isStale', () => {
  it.each<[string, Notice, SessionModifier[], number, boolean]>([
    ['a warning in time', expiring, [], 45 * MINUTE, false],
    ['a late warning', expiring, [], 52 * MINUTE, false],
    ['a warning too late', expiring, [], 53 * MINUTE, true],
    ['a warning after the end', expiring, [], 61 * MINUTE, true],
    ['a warning of what is pinned', expiring, [pinned()], 0, true],
    ['a warning of what is over', expiring, [over], 0, true],
    ['a warning of what failed', expiring, [inPhase('failed')], 0, true],
    [
      'a warning of a deadline that moved',
      expiring,
      [withFields({ expiresAt: TEST_START + 2 * HOUR })],
      45 * MINUTE,
      true,
    ],
    ['ready', ready, [serving], 0, false],
    ['ready, then stopped', ready, [serving, over], 0, true],
    ['ready, then updated', ready, [updated], 0, true],
    ['failed', failed, [], 0, false],
    ['failed, then begun anew', failed, [updated], 0, true],
    ['stopped', stopped, [over], 0, false],
    ['stopped, then resumed', stopped, [], 0, true],
    [
      'joined an environment',
      { kind: 'joined', ownerRef: 'group:default/x' },
      [],
      0,
      false,
    ],
  ])('judges %s', (_, notice, modifiers, after, stale) => {
    expect(isStale(notice, aSession(...modifiers), TEST_START + after)).toBe(
      stale,
    );
  });
});
