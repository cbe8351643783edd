// SPDX-License-Identifier: Apache-2.0

const HOUR = 3600;

/** What people usually want, in seconds. */
const USUAL = [2 * HOUR, 8 * HOUR, 24 * HOUR, 72 * HOUR];

interface Limits {
  ttlMinSeconds: number;
  ttlMaxSeconds: number;
}

/** Lifetimes to offer, in seconds, the default among them. */
export function ttlChoices(defaultSeconds: number, limits: Limits): number[] {
  return [...new Set([...USUAL, defaultSeconds])]
    .filter(
      seconds =>
        seconds >= limits.ttlMinSeconds && seconds <= limits.ttlMaxSeconds,
    )
    .sort((a, b) => a - b);
}

/** What Extend adds, in seconds. */
export const EXTEND_CHOICES = [HOUR, 4 * HOUR, 24 * HOUR];

/** A duration as the API takes it. */
export function isoSeconds(seconds: number): string {
  return `PT${Math.round(seconds)}S`;
}
