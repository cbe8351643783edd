// SPDX-License-Identifier: Apache-2.0
import type { Knex } from 'knex';
import type { AccessEntry } from './subjects/accessEntries';

/** Narrows a query to what a service's entries let it read. */
export function restrictToEntries(
  query: Knex.QueryBuilder,
  entries: AccessEntry[],
): void {
  const reading = entries.filter(({ actions }) => actions.includes('read'));
  if (reading.length === 0) {
    query.whereRaw('1 = 0');
  }
  for (const entry of reading) {
    const { entities, namespaces, clusters, ofRepository } = entry;
    query.orWhere(one => {
      within(one, 'entity_ref', entities);
      within(one, 'entity_ref', ofRepository ?? ['*']);
      within(one, 'namespace', namespaces);
      within(one, 'cluster', clusters);
    });
  }
}

function within(
  query: Knex.QueryBuilder,
  column: string,
  values: string[],
): void {
  if (!values.includes('*')) {
    query.whereIn(column, values);
  }
}
