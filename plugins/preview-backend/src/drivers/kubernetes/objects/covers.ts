// SPDX-License-Identifier: Apache-2.0

/**
 * Whether a live value holds everything that is wanted: the API server adds
 * defaults, so it may hold more. Lists must have the same length.
 */
export function covers(live: unknown, wanted: unknown): boolean {
  if (Array.isArray(wanted)) {
    return (
      Array.isArray(live) &&
      live.length === wanted.length &&
      wanted.every((each, i) => covers(live[i], each))
    );
  }
  if (wanted !== null && typeof wanted === 'object') {
    return (
      live !== null &&
      typeof live === 'object' &&
      Object.entries(wanted).every(([key, value]) =>
        covers((live as Record<string, unknown>)[key], value),
      )
    );
  }
  return live === wanted;
}
