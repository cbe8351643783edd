// SPDX-License-Identifier: Apache-2.0
import type { FoundSession } from '@preview-environments/backstage-plugin-preview-node';
import type { SessionRecord } from '../database/SessionRecord';

/** What a comparison of cluster and database asks for. */
export interface SweepPlan {
  /** Left in the cluster although the session is over. */
  remove: FoundSession[];
  /** To be looked at: something of it is missing, loose, or out of step. */
  look: string[];
  /** Carries our label, but no session of ours: never touched. */
  foreign: FoundSession[];
}

/**
 * Compares both ways; pure. Only what carries our label *and* belongs to a
 * session that is over is removed. Objects that lost their owner are repaired
 * by a look (apply gives them an owner again) before anything is deleted.
 */
export function sweepPlan(
  found: FoundSession[],
  sessions: SessionRecord[],
): SweepPlan {
  const byId = new Map(sessions.map(session => [session.id, session]));
  const seen = new Set(found.map(each => each.sessionId));
  const plan: SweepPlan = { remove: [], look: [], foreign: [] };
  for (const each of found) {
    const session = byId.get(each.sessionId);
    if (!session) {
      plan.foreign.push(each);
    } else if (session.endedAt !== null) {
      plan.remove.push(each);
    } else if (
      each.ownerless ||
      (each.expiresAt !== undefined && each.expiresAt !== session.expiresAt)
    ) {
      plan.look.push(session.id);
    }
  }
  for (const session of sessions) {
    if (
      session.endedAt === null &&
      session.handle !== null &&
      !seen.has(session.id)
    ) {
      plan.look.push(session.id);
    }
  }
  return plan;
}
