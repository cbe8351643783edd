// SPDX-License-Identifier: Apache-2.0
import { RouteTable } from './table';

/**
 * The table of a gateway that takes header matches, ranks routes by them, and then ignores them.
 * Such gateways have been seen; this plays one.
 */
export function ignoringHeaders(table: RouteTable): RouteTable {
  return table.map(group => ({
    ...group,
    entries: group.entries.map(entry => ({
      ...entry,
      match: { ...entry.match, headers: [] },
    })),
  }));
}
