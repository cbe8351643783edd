// SPDX-License-Identifier: Apache-2.0
import type { SessionRecord } from '../database/SessionRecord';
import { enterPhase } from './phases';

/**
 * The fields that a command writes to begin a new revision of an active
 * session: an update in place while one serves, another try after a failure.
 * Insert the revision itself in the same transaction.
 */
export function beginRevision(
  session: SessionRecord,
  image: string,
  now: number,
): Partial<SessionRecord> {
  const phase = session.servingRevision === null ? 'provisioning' : 'updating';
  return {
    // One that is on its way out goes first; the lifecycle then starts anew.
    ...(session.phase !== 'stopping' && enterPhase(session, phase)),
    image,
    revision: session.revision + 1,
    generation: session.generation + 1,
    failedRevision: null,
    failure: null,
    desiredEndReason: null,
    attempt: 0,
    nextRunAt: now,
  };
}
