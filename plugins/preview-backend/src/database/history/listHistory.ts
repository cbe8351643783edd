// SPDX-License-Identifier: Apache-2.0
import type { Knex } from 'knex';
import { type Columns, type RawRow, columnName, toRecord } from '../columns';
import {
  SIGN_OFF_COLUMNS,
  type SignOffRecord,
} from '../signOffs/SignOffRecord';
import { REVISION_COLUMNS, type RevisionRecord } from './RevisionRecord';

/** What happened to sessions besides their timelines. */
export interface History {
  /** Oldest first. */
  revisions: RevisionRecord[];
  /** Oldest first, void ones included. */
  signOffs: SignOffRecord[];
}

const named = <T>(table: string, columns: Columns<T>, prefix: string) =>
  Object.fromEntries(
    Object.keys(columns).map(field => [
      prefix + columnName(field),
      `${table}.${columnName(field)}`,
    ]),
  );

/**
 * Revisions and the sign-offs that they were given, in one statement: a page
 * of sessions shall not cost one more for what most sessions do not have.
 */
export async function listHistory(
  trx: Knex.Transaction,
  sessionIds: string[],
): Promise<History> {
  const rows: RawRow[] = await trx('session_revisions')
    .leftJoin('sign_offs', {
      'sign_offs.session_id': 'session_revisions.session_id',
      'sign_offs.revision': 'session_revisions.number',
    })
    .whereIn('session_revisions.session_id', sessionIds)
    .orderBy([
      'session_revisions.session_id',
      'session_revisions.number',
      'sign_offs.at',
      'sign_offs.id',
    ])
    .select(
      named('session_revisions', REVISION_COLUMNS, 'r_'),
      named('sign_offs', SIGN_OFF_COLUMNS, 's_'),
    );
  const of = (prefix: string) =>
    rows.map(row =>
      Object.fromEntries(
        Object.entries(row)
          .filter(([name]) => name.startsWith(prefix))
          .map(([name, value]) => [name.slice(prefix.length), value]),
      ),
    );
  const revisions = new Map<string, RevisionRecord>();
  for (const row of of('r_')) {
    const name = `${row.session_id} ${row.number}`;
    if (!revisions.has(name)) {
      revisions.set(name, toRecord(REVISION_COLUMNS, row));
    }
  }
  return {
    revisions: [...revisions.values()],
    signOffs: of('s_')
      .filter(({ id }) => id !== null)
      .map(row => toRecord(SIGN_OFF_COLUMNS, row)),
  };
}
