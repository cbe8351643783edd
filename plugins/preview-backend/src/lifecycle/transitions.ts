// SPDX-License-Identifier: Apache-2.0
import type { SessionRecord } from '../database/SessionRecord';
import type { EventNote } from './verdict';

/**
 * The audit events that a change of a row tells by itself, so that none can
 * be forgotten where the change is decided.
 */
export function transitionEvents(
  before: SessionRecord,
  after: SessionRecord,
): EventNote[] {
  const events: EventNote[] = [];
  const wasAttached = before.routeState === 'attached';
  const isAttached = after.routeState === 'attached';
  if (!wasAttached && isAttached) {
    events.push({ action: 'route.attached' });
  }
  if (wasAttached && !isAttached) {
    events.push({ action: 'route.detached', reason: after.desiredReason });
  }
  if (before.phase !== after.phase) {
    events.push(...phaseEvents(after));
  }
  if (before.endedAt === null && after.endedAt !== null) {
    events.push({
      action: 'session.ended',
      reason: after.endReason,
      via: after.endReason === 'deleted-in-cluster' ? 'cluster' : undefined,
    });
  }
  return events;
}

function phaseEvents({ phase, failure }: SessionRecord): EventNote[] {
  const why = { reason: failure?.message ?? null, code: failure?.code ?? null };
  switch (phase) {
    case 'ready':
      return [{ action: 'session.ready' }];
    case 'degraded':
      return [{ action: 'session.degraded', outcome: 'failed', ...why }];
    case 'failed':
      return [{ action: 'session.failed', outcome: 'failed', ...why }];
    default:
      return [];
  }
}
