// SPDX-License-Identifier: Apache-2.0
import type { Knex } from 'knex';
import {
  applySessionFilter,
  type Restrict,
  type SessionFilter,
} from './sessionFilter';

/** How many sessions match, counting no further than `atMost`. */
export async function countSessions(
  trx: Knex.Transaction,
  query: { filter: SessionFilter; atMost: number; restrict?: Restrict },
): Promise<number> {
  const matching = trx('sessions').select('id').limit(query.atMost);
  applySessionFilter(matching, query.filter);
  if (query.restrict) {
    matching.where(inner => query.restrict?.(inner));
  }
  const [row] = await trx.from(matching.as('matching')).count({ n: '*' });
  return Number(row.n);
}
