// SPDX-License-Identifier: Apache-2.0
import type { Knex } from 'knex';
import {
  applySessionFilter,
  type Restrict,
  type SessionFilter,
} from '../sessions/sessionFilter';

/** Keys with a matching active session, in alphabetical order. */
export async function listActiveKeys(
  trx: Knex.Transaction,
  query: {
    filter: SessionFilter;
    limit: number;
    /** The page after this key. */
    after?: string;
    restrict?: Restrict;
  },
): Promise<string[]> {
  const keys = trx('sessions')
    .distinct('key')
    .orderBy('key')
    .limit(query.limit);
  applySessionFilter(keys, { ...query.filter, active: true });
  if (query.after !== undefined) {
    keys.where('key', '>', query.after);
  }
  if (query.restrict) {
    keys.where(inner => query.restrict?.(inner));
  }
  const rows = await keys;
  return rows.map(({ key }) => key);
}
