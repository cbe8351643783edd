// SPDX-License-Identifier: Apache-2.0

/**
 * Lists that server-side apply merges by key: entries that were there keep
 * their place, so the order says nothing.
 */
const MERGED_BY_KEY = ['ports'];

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
      Object.entries(wanted).every(([key, value]) => {
        const present = (live as Record<string, unknown>)[key];
        return MERGED_BY_KEY.includes(key)
          ? coversInAnyOrder(present, value)
          : covers(present, value);
      })
    );
  }
  return live === wanted;
}

function coversInAnyOrder(live: unknown, wanted: unknown): boolean {
  return Array.isArray(live) && Array.isArray(wanted)
    ? live.length === wanted.length &&
        wanted.every(each => live.some(present => covers(present, each)))
    : covers(live, wanted);
}
