// SPDX-License-Identifier: Apache-2.0

/** Without members that are not given, so that they hide nothing. */
export function present<T extends object>(all: T): T {
  const entries = Object.entries(all);
  return Object.fromEntries(
    entries.filter(([, value]) => value !== undefined),
  ) as T;
}
