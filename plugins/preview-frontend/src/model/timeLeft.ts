// SPDX-License-Identifier: Apache-2.0
import type { PreviewSession } from '@preview-environments/backstage-plugin-preview-common';

/** How near the end of a preview is, and which end it is. */
export type TimeLeft =
  | { kind: 'ended'; at: string }
  | { kind: 'pod-kept'; millis: number; at: string }
  | { kind: 'pinned' }
  | { kind: 'ending'; at: string | null }
  | { kind: 'left'; millis: number; at: string; soon: boolean };

/** From here on people should look at the deadline. */
const SOON_MILLIS = 30 * 60 * 1000;

type Ending = Pick<
  PreviewSession,
  'endedAt' | 'expiresAt' | 'pinned' | 'phase' | 'keepUntil'
>;

/** @param now - epoch milliseconds */
export function timeLeft(session: Ending, now: number): TimeLeft {
  const { endedAt, expiresAt, keepUntil, phase, pinned } = session;
  if (endedAt) {
    return { kind: 'ended', at: endedAt };
  }
  if (phase === 'failed' && keepUntil) {
    return {
      kind: 'pod-kept',
      millis: Math.max(0, Date.parse(keepUntil) - now),
      at: keepUntil,
    };
  }
  if (phase === 'stopping') {
    return { kind: 'ending', at: expiresAt };
  }
  if (pinned || !expiresAt) {
    return { kind: 'pinned' };
  }
  const millis = Date.parse(expiresAt) - now;
  return millis <= 0
    ? { kind: 'ending', at: expiresAt }
    : { kind: 'left', millis, at: expiresAt, soon: millis <= SOON_MILLIS };
}
