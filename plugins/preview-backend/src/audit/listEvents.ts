// SPDX-License-Identifier: Apache-2.0
import type {
  AuditAction,
  AuditEvent,
  AuditOutcome,
} from '@preview-environments/backstage-plugin-preview-common';
import type { Knex } from 'knex';
import { readEvent } from './readEvent';

/** What the audit log can be narrowed by; all given conditions must hold. */
export interface AuditFilter {
  /** Epoch milliseconds, `from` included, `to` not. */
  from?: number;
  to?: number;
  actions?: AuditAction[];
  outcomes?: AuditOutcome[];
  actor?: string;
  sessionId?: string;
  key?: string;
  entityRef?: string;
  owners?: string[];
  cluster?: string;
}

export interface AuditListQuery {
  filter: AuditFilter;
  order: 'asc' | 'desc';
  limit: number;
  /** The page after this event: its time (epoch milliseconds) and id. */
  after?: { value: number; id: string };
  /** Condition of a permission decision, on `audit_bodies`. */
  restrict?: (query: Knex.QueryBuilder) => void;
}

/** Narrows a query on `audit_bodies`. */
export function applyFilter(
  query: Knex.QueryBuilder,
  filter: AuditFilter,
): void {
  const exact = {
    actor: filter.actor,
    session_id: filter.sessionId,
    key: filter.key,
    entity_ref: filter.entityRef,
    cluster: filter.cluster,
  };
  for (const [column, value] of Object.entries(exact)) {
    if (value !== undefined) {
      query.where(column, value);
    }
  }
  const anyOf = {
    action: filter.actions,
    outcome: filter.outcomes,
    owner_ref: filter.owners,
  };
  for (const [column, values] of Object.entries(anyOf)) {
    if (values !== undefined) {
      query.whereIn(column, values);
    }
  }
  if (filter.from !== undefined) {
    query.where('at', '>=', filter.from);
  }
  if (filter.to !== undefined) {
    query.where('at', '<', filter.to);
  }
}

/** One page of the audit log, by keyset. */
export async function listEvents(
  trx: Knex.Transaction,
  { filter, order, limit, after, restrict }: AuditListQuery,
): Promise<AuditEvent[]> {
  const query = trx('audit_bodies')
    .select('body')
    .orderBy([
      { column: 'at', order },
      { column: 'event_id', order },
    ])
    .limit(limit);
  applyFilter(query, filter);
  if (after) {
    query.whereRaw(`(at, event_id) ${order === 'asc' ? '>' : '<'} (?, ?)`, [
      after.value,
      after.id,
    ]);
  }
  if (restrict) {
    query.where(inner => restrict(inner));
  }
  const rows = await query;
  return rows.map(row => readEvent(row.body));
}
