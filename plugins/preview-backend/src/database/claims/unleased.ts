// SPDX-License-Identifier: Apache-2.0
import type { Knex } from 'knex';

/** Sessions that no worker holds, or whose worker has not been heard of. */
export function unleased(query: Knex.QueryBuilder, now: number): void {
  query.whereNull('lease_until').orWhere('lease_until', '<=', now);
}
