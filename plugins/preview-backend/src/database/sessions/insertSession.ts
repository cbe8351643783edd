// SPDX-License-Identifier: Apache-2.0
import type { Knex } from 'knex';
import { toRow } from '../columns';
import { SESSION_COLUMNS, type SessionRecord } from '../SessionRecord';
import { findActiveSession } from './findActiveSession';

/**
 * `key-taken`: an active session of this target has the key, so the caller
 * updates that one. `filter-taken`: another one takes the same requests.
 */
export type InsertOutcome = 'inserted' | 'key-taken' | 'filter-taken';

/** Adds a session unless a unique index says that there is one already. */
export async function insertSession(
  trx: Knex.Transaction,
  session: SessionRecord,
): Promise<InsertOutcome> {
  const inserted = await trx('sessions')
    .insert(toRow(SESSION_COLUMNS, session))
    .onConflict()
    .ignore()
    .returning('id');
  if (inserted.length > 0) {
    return 'inserted';
  }
  const present = await findActiveSession(trx, session);
  return present?.origin === 'portal' ? 'key-taken' : 'filter-taken';
}
