// SPDX-License-Identifier: Apache-2.0
import type { SessionRecord } from '../database/SessionRecord';
import type { Notice } from './Notice';

/**
 * Whether the world has moved on since the notice was made, so that sending
 * it would mislead: a warning of a deadline that was moved, a success of a
 * revision that was replaced.
 */
export function isStale(
  notice: Notice,
  session: SessionRecord,
  now: number,
): boolean {
  const running = session.desiredState === 'running';
  switch (notice.kind) {
    case 'expiring':
      return (
        !running ||
        session.phase === 'failed' ||
        session.expiresAt !== notice.expiresAt ||
        // Too late for this one: the next one speaks for both.
        notice.expiresAt - now < notice.lead / 2
      );
    case 'ready':
      return !running || session.servingRevision !== notice.revision;
    case 'failed':
    case 'update-failed':
      return session.revision !== notice.revision;
    case 'stopped':
      return running;
    case 'joined':
    default:
      return session.endedAt !== null;
  }
}
