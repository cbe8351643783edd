// SPDX-License-Identifier: Apache-2.0

const unitMillis: Record<string, number> = {
  h: 3_600_000,
  m: 60_000,
  s: 1_000,
  ms: 1,
};

/**
 * Milliseconds of a Gateway API duration such as `1m30s`; null when absent or zero, which both
 * mean "no limit".
 */
export function durationMillis(text: string | undefined): number | null {
  let total = 0;
  for (const [, digits, unit] of (text ?? '').matchAll(/(\d+)(ms|h|m|s)/g)) {
    total += Number(digits) * unitMillis[unit];
  }
  return total === 0 ? null : total;
}
