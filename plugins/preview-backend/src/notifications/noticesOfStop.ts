// SPDX-License-Identifier: Apache-2.0
import type { SessionRecord } from '../database/SessionRecord';
import { type NewNotice, dueNow } from './Notice';

/**
 * What people are told when somebody, or a rule, stops a session. Who stops
 * what is their own tells nobody; a failed one that is cleared away was told
 * of before.
 *
 * @param session - as it was
 * @param wish - what the stop writes
 */
export function noticesOfStop(
  session: SessionRecord,
  wish: Partial<SessionRecord>,
  actor: string | null,
  now: number,
): NewNotice[] {
  const own =
    actor !== null && [session.createdBy, session.claimedActor].includes(actor);
  if (own || session.phase === 'failed' || session.origin === 'elsewhere') {
    return [];
  }
  return [
    dueNow(
      session,
      {
        kind: 'stopped',
        endReason: wish.desiredEndReason ?? 'stopped',
        reason: wish.desiredReason ?? null,
      },
      wish.generation ?? session.generation,
      now,
      actor,
    ),
  ];
}
