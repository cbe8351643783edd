// SPDX-License-Identifier: Apache-2.0

/** Beyond some 292 years the cluster's arithmetic overflows and kills at once. */
const LONGEST_SECONDS = 366 * 24 * 60 * 60;

/**
 * The cluster counts from the moment at which its controller saw the root,
 * which may be a while after the write. A deadline that is late by so much is
 * left alone, so that a slow cluster costs no second write.
 */
const TOLERATED_MS = 2_000;

/** How late the week of a pinned session may end. */
const TOLERATED_WHEN_PINNED_MS = 60_000;

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

/** When the portal ends a session, and when the cluster shall do it instead. */
export interface WantedDeadline {
  /** Epoch milliseconds, or `null` when pinned. */
  expiresAt: number | null;
  backstopAt: number;
}

/** The seconds that a root would carry if it were written now. */
export function wantedSeconds(
  { backstopAt }: WantedDeadline,
  now: number,
  root: RootClock | null,
): number {
  const from = root
    ? root.startTime ?? root.createdAt
    : // Clusters cut times to whole seconds, so the count may begin earlier.
      Math.floor(now / 1000) * 1000;
  return activeDeadlineSeconds(backstopAt, from);
}

/**
 * Whether the deadline of a root is good enough: never early, and late by no
 * more than the time that the portal has for ending the session itself.
 */
export function keepsDeadline(
  { expiresAt, backstopAt }: WantedDeadline,
  root: RootClock,
): boolean {
  if (root.activeDeadlineSeconds === null) {
    return false;
  }
  const from = root.startTime ?? root.createdAt;
  const late = from + root.activeDeadlineSeconds * 1000 - backstopAt;
  const tolerated =
    expiresAt === null ? TOLERATED_WHEN_PINNED_MS : backstopAt - expiresAt;
  return late >= 0 && late <= Math.max(tolerated, TOLERATED_MS);
}
