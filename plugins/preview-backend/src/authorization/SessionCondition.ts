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

/** Compiles the criteria of a conditional decision to conditions of a query. */
export function toRestrict(criteria: Criteria): Restrict {
  return query => apply(query, criteria);
}

function apply(query: Knex.QueryBuilder, criteria: Criteria): void {
  if ('allOf' in criteria) {
    for (const each of criteria.allOf) {
      query.where(inner => apply(inner, each));
    }
  } else if ('anyOf' in criteria) {
    query.where(either => {
      for (const each of criteria.anyOf) {
        either.orWhere(inner => apply(inner, each));
      }
    });
  } else if ('not' in criteria) {
    query.whereNot(inner => apply(inner, criteria.not));
  } else {
    query.whereIn(criteria.column, criteria.values);
  }
}
