// SPDX-License-Identifier: Apache-2.0

const DAY = 24 * 60 * 60 * 1000;

/** How long a pinned session outlives a portal that is gone. */
export const PINNED_BACKSTOP = 7 * DAY;

/** A pinned session's backstop is moved once it is this near. */
export const RENEW_PINNED_BEFORE = 6 * DAY;

/**
 * When the cluster itself shall remove a session.
 *
 * @param expiresAt - the deadline, `null` when pinned
 * @param grace - `preview.lifecycle.backstopGrace`, milliseconds
 */
export function backstopFor(
  expiresAt: number | null,
  now: number,
  grace: number,
): number {
  return expiresAt === null ? now + PINNED_BACKSTOP : expiresAt + grace;
}
