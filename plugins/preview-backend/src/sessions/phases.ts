// SPDX-License-Identifier: Apache-2.0
import type { Phase } from '@preview-environments/backstage-plugin-preview-common';
import type { SessionRecord } from '../database/SessionRecord';

/**
 * Which phase may follow which.
 *
 * - `provisioning`: nothing serves yet. No route.
 * - `ready`: the serving revision answers; routed (and verified where there is
 *   something to verify with) unless no traffic is wanted.
 * - `degraded`: was ready; the route or the pods are not well just now.
 * - `updating`: a new revision is coming up; the old one serves.
 * - `stopping`: over by decision; objects are going. No route.
 * - `failed`: given up. No route; the pods stay until `keepUntil`.
 * - `stopped`: over; `endedAt` is set. Nothing follows.
 */
export const PHASE_TABLE: Record<Phase, readonly Phase[]> = {
  provisioning: [
    'ready',
    'degraded',
    'updating',
    'failed',
    'stopping',
    'stopped',
  ],
  ready: [
    'degraded',
    'updating',
    'provisioning',
    'failed',
    'stopping',
    'stopped',
  ],
  degraded: [
    'ready',
    'updating',
    'provisioning',
    'failed',
    'stopping',
    'stopped',
  ],
  updating: [
    'ready',
    'degraded',
    'provisioning',
    'failed',
    'stopping',
    'stopped',
  ],
  failed: ['provisioning', 'stopping', 'stopped'],
  stopping: ['provisioning', 'stopped'],
  stopped: [],
};

/**
 * The only way to a phase: the fields to write. Staying in a phase is always
 * allowed. Leaving `failed` forgets what it kept.
 *
 * @throws Error when the table does not allow it, which is a bug of ours
 */
export function enterPhase(
  session: Pick<SessionRecord, 'id' | 'phase'>,
  to: Phase,
): Partial<SessionRecord> {
  if (to === session.phase) {
    return {};
  }
  if (!PHASE_TABLE[session.phase].includes(to)) {
    throw new Error(
      `Session ${session.id} cannot go from ${session.phase} to ${to}`,
    );
  }
  return session.phase === 'failed' && to === 'provisioning'
    ? { phase: to, failure: null, keepUntil: null }
    : { phase: to };
}
