// SPDX-License-Identifier: Apache-2.0
import type { NewNotice } from './Notice';

/** Nobody reads a warning that comes later than this before the end. */
const SHORTEST_LEAD = 30_000;

/**
 * How long before its end a preview with `life` milliseconds ahead is warned
 * of: the configured moments that leave at least as much time before them as
 * after, else one at the last quarter. None for lives of two minutes.
 */
export function leadsFor(life: number, configured: number[]): number[] {
  const fitting = configured.filter(lead => lead * 2 <= life);
  const quarter = Math.floor(life / 4);
  if (fitting.length > 0 || configured.length === 0) {
    return fitting;
  }
  return quarter >= SHORTEST_LEAD ? [quarter] : [];
}

/**
 * The warnings that a deadline brings, from the moment at which it is set.
 * One whose deadline has moved by the time it is due is not sent.
 */
export function warningsFor(
  session: { id: string; expiresAt: number | null },
  configured: number[],
  now: number,
): NewNotice[] {
  const { id, expiresAt } = session;
  if (expiresAt === null) {
    return [];
  }
  return leadsFor(expiresAt - now, configured).map(lead => ({
    id: [id, 'expiring', lead, expiresAt].join('/'),
    sessionId: id,
    notice: { kind: 'expiring', expiresAt, lead },
    actor: null,
    createdAt: now,
    dueAt: expiresAt - lead,
  }));
}
