// SPDX-License-Identifier: Apache-2.0

const FIRST = 500;
const LONGEST = 60_000;

/**
 * How long to wait before another try: doubles with every failed one up to a
 * minute, and is spread over the upper half so that many sessions that failed
 * together do not come back together.
 *
 * @param attempt - failed tries so far, from 1
 * @param unit - a random number from 0 to below 1
 */
export function backoff(attempt: number, unit: number): number {
  const full = Math.min(FIRST * 2 ** Math.min(attempt - 1, 30), LONGEST);
  return Math.round(full / 2 + (full / 2) * unit);
}
