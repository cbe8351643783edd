// SPDX-License-Identifier: Apache-2.0
import type { PermissionCriteria } from '@backstage/plugin-permission-common';
import type { Knex } from 'knex';
import type { Restrict } from '../database/sessions/sessionFilter';

/**
 * What a permission rule becomes in SQL: one of the values in the column.
 *
 * @public
 */
export interface SessionCondition {
  column: 'created_by' | 'owner_ref' | 'entity_ref' | 'cluster';
  values: string[];
}

type Criteria = PermissionCriteria<SessionCondition>;

type ApplyOne = (query: Knex.QueryBuilder, one: SessionCondition) => void;

/** Compiles the criteria of a conditional decision to conditions of a query. */
export function toRestrict(criteria: Criteria): Restrict {
  return query =>
    apply(query, criteria, (inner, { column, values }) => {
      inner.whereIn(column, values);
    });
}

/**
 * The same for the audit log: events of sessions that fulfil the criteria.
 * Owner, entity and cluster are those of the event; who started a session is
 * not written on every event of it.
 */
export function toRestrictEvents(criteria: Criteria): Restrict {
  return query =>
    apply(query, criteria, (inner, { column, values }) => {
      if (column === 'created_by') {
        inner.whereIn('session_id', sessions =>
          sessions.select('id').from('sessions').whereIn(column, values),
        );
      } else {
        inner.whereIn(column, values);
      }
    });
}

function apply(
  query: Knex.QueryBuilder,
  criteria: Criteria,
  one: ApplyOne,
): void {
  if ('allOf' in criteria) {
    for (const each of criteria.allOf) {
      query.where(inner => apply(inner, each, one));
    }
  } else if ('anyOf' in criteria) {
    query.where(either => {
      for (const each of criteria.anyOf) {
        either.orWhere(inner => apply(inner, each, one));
      }
    });
  } else if ('not' in criteria) {
    query.whereNot(inner => apply(inner, criteria.not, one));
  } else {
    one(query, criteria);
  }
}
