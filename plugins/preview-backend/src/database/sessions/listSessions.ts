// SPDX-License-Identifier: Apache-2.0
import type { Knex } from 'knex';
import { toRecord } from '../columns';
import { SESSION_COLUMNS, type SessionRecord } from '../SessionRecord';
import {
  applySessionFilter,
  type Restrict,
  type SessionFilter,
} from './sessionFilter';
import { SORT_SQL, type Keyset, type SessionOrder } from './sessionOrder';

export interface SessionListQuery {
  filter: SessionFilter;
  order: SessionOrder;
  limit: number;
  /** The page after this row; absent = the first page. */
  after?: Keyset;
  /** Condition of a permission decision. */
  restrict?: Restrict;
}

/** One page of sessions, by keyset, so that page 1,000 costs as page 1. */
export async function listSessions(
  trx: Knex.Transaction,
  { filter, order, limit, after, restrict }: SessionListQuery,
): Promise<SessionRecord[]> {
  const sort = SORT_SQL[order.by];
  const sorted = `${sort} ${order.direction}, id ${order.direction}`;
  const page = trx('sessions').orderByRaw(sorted).limit(limit);
  applySessionFilter(page, filter);
  if (after) {
    const beyond = order.direction === 'asc' ? '>' : '<';
    page.whereRaw(`(${sort}, id) ${beyond} (?, ?)`, [after.value, after.id]);
  }
  if (restrict) {
    page.where(inner => restrict(inner));
  }
  // Free text is looked for in an index alone; rows are read when found.
  const rows = await (filter.q
    ? trx('sessions').whereIn('id', page.select('id')).orderByRaw(sorted)
    : page);
  return rows.map(row => toRecord(SESSION_COLUMNS, row));
}
