// SPDX-License-Identifier: Apache-2.0

/** Beyond some 292 years the cluster's arithmetic overflows and kills at once. */
const LONGEST_SECONDS = 366 * 24 * 60 * 60;

/**
 * The cluster counts from the moment at which its controller saw the root,
 * in whole seconds. A deadline this much after the wanted one is left alone,
 * so that most sessions need no second write.
 */
const TOLERATED_MS = 2_000;

/** Seconds of life for a root that counts from `from` (epoch milliseconds). */
export function activeDeadlineSeconds(
  backstopAt: number,
  from: number,
): number {
  const seconds = Math.ceil((backstopAt - from) / 1000);
  return Math.min(Math.max(seconds, 1), LONGEST_SECONDS);
}

/** What a root tells about its deadline. */
export interface RootClock {
  /** When its controller saw it, or `null` as long as it has not. */
  startTime: number | null;
  createdAt: number;
  activeDeadlineSeconds: number | null;
}

/** When the cluster will remove a root, as it has it now. */
export function clusterDeadline(root: RootClock): number | null {
  return root.startTime === null || root.activeDeadlineSeconds === null
    ? null
    : root.startTime + root.activeDeadlineSeconds * 1000;
}

/** The seconds that a root shall carry: the present ones where they fit. */
export function wantedSeconds(
  backstopAt: number,
  now: number,
  root: RootClock | null,
): number {
  if (!root) {
    return activeDeadlineSeconds(backstopAt, now);
  }
  const from = root.startTime ?? root.createdAt;
  const present = root.activeDeadlineSeconds;
  const late = present === null ? null : from + present * 1000 - backstopAt;
  return present !== null && late! >= 0 && late! <= TOLERATED_MS
    ? present
    : activeDeadlineSeconds(backstopAt, from);
}
