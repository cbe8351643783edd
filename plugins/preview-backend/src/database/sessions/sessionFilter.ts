// SPDX-License-Identifier: Apache-2.0
import type { Phase } from '@preview-environments/backstage-plugin-preview-common';
import type { Knex } from 'knex';

/** What lists can be narrowed by; all given conditions must hold. */
export interface SessionFilter {
  ids?: string[];
  entityRef?: string;
  /** Any of these owners (of now). */
  owners?: string[];
  key?: string;
  keys?: string[];
  phases?: Phase[];
  active?: boolean;
  cluster?: string;
  namespace?: string;
  target?: string;
  createdBy?: string;
  /** Ends before this moment, epoch milliseconds; what is pinned never does. */
  expiresBefore?: number;
  /** Part of key, image or entity, without regard to case. */
  q?: string;
}

/** Adds conditions to a query, for example those of a permission decision. */
export type Restrict = (query: Knex.QueryBuilder) => void;

function escapeLike(text: string): string {
  return text.replace(/[\\%_]/g, char => `\\${char}`);
}

/** Applies a filter to a query on `sessions`. */
export function applySessionFilter(
  query: Knex.QueryBuilder,
  filter: SessionFilter,
): void {
  const exact = {
    entity_ref: filter.entityRef,
    key: filter.key,
    cluster: filter.cluster,
    namespace: filter.namespace,
    target: filter.target,
    created_by: filter.createdBy,
  };
  for (const [column, value] of Object.entries(exact)) {
    if (value !== undefined) {
      query.where(column, value);
    }
  }
  const anyOf = {
    id: filter.ids,
    owner_ref: filter.owners,
    key: filter.keys,
    phase: filter.phases,
  };
  for (const [column, values] of Object.entries(anyOf)) {
    if (values !== undefined) {
      query.whereIn(column, values);
    }
  }
  if (filter.active !== undefined) {
    query[filter.active ? 'whereNull' : 'whereNotNull']('ended_at');
  }
  if (filter.expiresBefore !== undefined) {
    query.where('expires_at', '<', filter.expiresBefore);
  }
  if (filter.q) {
    const pattern = `%${escapeLike(filter.q.toLowerCase())}%`;
    query.whereRaw(
      `(lower(key) like ? escape '\\' or lower(image) like ? escape '\\'
        or lower(entity_ref) like ? escape '\\')`,
      [pattern, pattern, pattern],
    );
  }
}
