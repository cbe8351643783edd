// SPDX-License-Identifier: Apache-2.0
import type { Knex } from 'knex';
import { isPostgres } from './product';

/** Tables that grow for ever. */
export const BIG = ['sessions', 'audit_bodies', 'traffic_intervals'];

/** A statement as Knex tells it. */
export interface Statement {
  sql: string;
  bindings: Knex.RawBinding[];
}

/** What a statement read, as far as the engine tells. */
export interface Reading {
  /** By table; PostgreSQL only. */
  rows: Record<string, number>;
  /** Tables that were read from end to end. */
  wholly: string[];
}

interface PlanNode {
  'Node Type': string;
  'Relation Name'?: string;
  'Actual Rows': number;
  'Actual Loops': number;
  'Rows Removed by Filter'?: number;
  'Rows Removed by Index Recheck'?: number;
  Plans?: PlanNode[];
}

/** Asks the engine how it answers a statement. */
export function readingOf(knex: Knex, statement: Statement): Promise<Reading> {
  return isPostgres(knex)
    ? onPostgres(knex, statement)
    : onSqlite(knex, statement);
}

async function onPostgres(
  knex: Knex,
  { sql, bindings }: Statement,
): Promise<Reading> {
  const { rows } = await knex.raw(
    `explain (analyze, format json) ${sql.replace(/\$\d+/g, '?')}`,
    bindings,
  );
  const reading: Reading = { rows: {}, wholly: [] };
  add(reading, rows[0]['QUERY PLAN'][0].Plan);
  return reading;
}

function add(reading: Reading, node: PlanNode): void {
  const table = node['Relation Name'];
  if (table) {
    const touched =
      node['Actual Rows'] +
      (node['Rows Removed by Filter'] ?? 0) +
      (node['Rows Removed by Index Recheck'] ?? 0);
    reading.rows[table] =
      (reading.rows[table] ?? 0) + touched * node['Actual Loops'];
    if (node['Node Type'] === 'Seq Scan') {
      reading.wholly.push(table);
    }
  }
  for (const each of node.Plans ?? []) {
    add(reading, each);
  }
}

async function onSqlite(
  knex: Knex,
  { sql, bindings }: Statement,
): Promise<Reading> {
  const steps: { detail: string }[] = await knex.raw(
    `explain query plan ${sql}`,
    bindings,
  );
  const wholly = steps.flatMap(({ detail }) => {
    const table = /^SCAN (\w+)$/.exec(detail)?.[1];
    return table ? [table] : [];
  });
  return { rows: {}, wholly };
}
