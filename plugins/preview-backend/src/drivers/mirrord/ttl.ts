// SPDX-License-Identifier: Apache-2.0

/** The operator counts from the moment at which a session gets ready. */
const SLACK_MS = 15 * 60_000;
/** From 2^32 - 1 on the operator would keep a session for ever. */
const LONGEST_SECS = 366 * 24 * 3600;

/**
 * Seconds that a session is given in the cluster. They cannot be changed
 * there, so they are a ceiling: long enough for every extension that policy
 * allows at present, while the portal ends the preview on time.
 *
 * @param ceiling - longest life that policy allows, in milliseconds
 */
export function ttlSecsOf(
  backstopAt: number,
  now: number,
  ceiling: number,
): number {
  const life = Math.max(backstopAt - now, ceiling) + SLACK_MS;
  return Math.min(Math.ceil(life / 1000), LONGEST_SECS);
}
