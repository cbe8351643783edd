// SPDX-License-Identifier: Apache-2.0
import type { Knex } from 'knex';
import {
  applySessionFilter,
  type Restrict,
  type SessionFilter,
} from '../sessions/sessionFilter';
import {
  NEVER,
  type SessionOrder,
  type SessionSort,
} from '../sessions/sessionOrder';

/** A key, and what it is sorted by. */
export interface KeyPosition {
  key: string;
  value: number | string;
}

export interface KeyListQuery {
  filter: SessionFilter;
  /** By key, by the nearest end, or by the newest start. */
  order: SessionOrder;
  limit: number;
  /** The page after this key. */
  after?: KeyPosition;
  restrict?: Restrict;
}

const VALUE_SQL: Record<SessionSort, string> = {
  key: 'key',
  expiresAt: `min(coalesce(expires_at, ${NEVER}))`,
  createdAt: 'max(created_at)',
};

/** Keys with a matching active session. */
export async function listActiveKeys(
  trx: Knex.Transaction,
  query: KeyListQuery,
): Promise<KeyPosition[]> {
  const { order, after, limit } = query;
  const value = VALUE_SQL[order.by];
  const keys = matching(trx, query)
    .select('key', trx.raw(`${value} as value`))
    .groupBy('key')
    .orderByRaw(`${value} ${order.direction}, key ${order.direction}`)
    .limit(limit);
  if (after) {
    const beyond = order.direction === 'asc' ? '>' : '<';
    keys.havingRaw(`(${value}, key) ${beyond} (?, ?)`, [
      after.value,
      after.key,
    ]);
  }
  const rows: KeyPosition[] = await keys;
  return rows.map(row => ({
    key: row.key,
    value: order.by === 'key' ? row.value : Number(row.value),
  }));
}

/** How many such keys there are, counting no further than `atMost`. */
export async function countActiveKeys(
  trx: Knex.Transaction,
  query: Pick<KeyListQuery, 'filter' | 'restrict'> & { atMost: number },
): Promise<number> {
  const keys = matching(trx, query).distinct('key').limit(query.atMost);
  const [row] = await trx.from(keys.as('keys')).count({ n: '*' });
  return Number(row.n);
}

function matching(
  trx: Knex.Transaction,
  { filter, restrict }: Pick<KeyListQuery, 'filter' | 'restrict'>,
): Knex.QueryBuilder {
  const query = trx('sessions');
  applySessionFilter(query, { ...filter, active: true });
  if (restrict) {
    query.where(inner => restrict(inner));
  }
  return query;
}
