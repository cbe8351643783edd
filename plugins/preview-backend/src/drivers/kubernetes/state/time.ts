// SPDX-License-Identifier: Apache-2.0

/** Kubernetes writes times in RFC 3339; epoch milliseconds, or `null`. */
export function millis(time: string | null | undefined): number | null {
  const value = time ? Date.parse(time) : NaN;
  return Number.isNaN(value) ? null : value;
}

export function iso(at: number | null): string | null {
  return at === null ? null : new Date(at).toISOString();
}
