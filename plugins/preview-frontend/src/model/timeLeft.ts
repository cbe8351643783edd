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
  'endedAt' | 'expiresAt' | 'pinned' | 'phase' | 'keepUntil' | 'pods'
>;

/**
 * When a preview that is not over will end: a failed one as soon as it was
 * kept long enough, even before its deadline.
 *
 * @returns `null` = it has no end
 */
export function endOf(session: Omit<Ending, 'endedAt' | 'pods'>) {
  const { expiresAt, keepUntil, phase, pinned } = session;
  const ends = [
    pinned ? null : expiresAt,
    phase === 'failed' ? keepUntil : null,
  ].filter((end): end is string => end !== null);
  return ends.length === 0
    ? null
    : ends.reduce((first, end) =>
        Date.parse(end) < Date.parse(first) ? end : first,
      );
}

/** @param now - epoch milliseconds */
export function timeLeft(session: Ending, now: number): TimeLeft {
  const { endedAt, keepUntil, phase, pods } = session;
  if (endedAt) {
    return { kind: 'ended', at: endedAt };
  }
  const at = endOf(session);
  if (phase === 'stopping') {
    return { kind: 'ending', at };
  }
  if (at === null) {
    return { kind: 'pinned' };
  }
  const millis = Date.parse(at) - now;
  if (millis <= 0) {
    return { kind: 'ending', at };
  }
  return phase === 'failed' && keepUntil !== null && pods.length > 0
    ? { kind: 'pod-kept', millis, at }
    : { kind: 'left', millis, at, soon: millis <= SOON_MILLIS };
}
