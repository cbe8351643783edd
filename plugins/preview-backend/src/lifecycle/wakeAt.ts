// SPDX-License-Identifier: Apache-2.0
import type { SessionRecord } from '../database/SessionRecord';
import { PINNED_BACKSTOP, RENEW_PINNED_BEFORE } from './backstop';
import type { LifecycleSettings } from './settings';

/**
 * When a session has to be looked at again: at the nearest of its own
 * moments, but at the latest after `patience` milliseconds.
 */
export function wakeAt(
  session: SessionRecord,
  now: number,
  patience: number,
): number {
  return Math.min(
    now + patience,
    ...[
      session.expiresAt,
      session.retireAt,
      session.phase === 'failed' ? session.keepUntil : null,
      session.pinned ? session.backstopAt - RENEW_PINNED_BEFORE : null,
    ].filter((moment): moment is number => moment !== null),
  );
}

/** The next look at a session that is under way. */
export function pollAt(
  session: SessionRecord,
  now: number,
  settings: LifecycleSettings,
): number {
  return wakeAt(session, now, settings.poll);
}

/** Where the backstop of a pinned session has to move, or `null`. */
export function renewedBackstop(
  session: SessionRecord,
  now: number,
): number | null {
  return session.pinned && session.backstopAt <= now + RENEW_PINNED_BEFORE
    ? now + PINNED_BACKSTOP
    : null;
}
