// SPDX-License-Identifier: Apache-2.0
import type { Knex } from 'knex';
import { toRecord } from '../columns';
import { REVISION_COLUMNS, type RevisionRecord } from './RevisionRecord';

/** The revisions of sessions, oldest first. */
export async function listRevisions(
  trx: Knex.Transaction,
  sessionIds: string[],
): Promise<RevisionRecord[]> {
  const rows = await trx('session_revisions')
    .whereIn('session_id', sessionIds)
    .orderBy(['session_id', 'number']);
  return rows.map(row => toRecord(REVISION_COLUMNS, row));
}
