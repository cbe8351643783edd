// SPDX-License-Identifier: Apache-2.0
import type { EndReason } from '@preview-environments/backstage-plugin-preview-common';
import { enterPhase } from '../../sessions/phases';
import type { Facts } from '../facts';
import { type Decision, type EventNote, SYSTEM } from '../verdict';

/**
 * The decision that a session is over although nobody asked for it. The rest
 * is the same as after a person's stop.
 */
export function stopBySystem(
  { session, now, settings }: Facts,
  endReason: EndReason,
  reason: string,
  events: EventNote[] = [],
): Omit<Decision, 'check'> {
  return {
    reason,
    verdict: { type: 'wait', until: now + settings.poll },
    changes: {
      ...enterPhase(session, 'stopping'),
      desiredState: 'stopped',
      desiredBy: SYSTEM,
      desiredReason: reason,
      desiredAt: now,
      desiredEndReason: endReason,
      routed: false,
    },
    events,
    action: 'remove',
  };
}
