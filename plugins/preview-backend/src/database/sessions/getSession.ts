// SPDX-License-Identifier: Apache-2.0
import type { Knex } from 'knex';
import { toRecord } from '../columns';
import { SESSION_COLUMNS, type SessionRecord } from '../SessionRecord';

/**
 * One session, or `undefined`. With `lock` nobody else changes the row until
 * the transaction ends (SQLite has one writer anyway).
 */
export async function getSession(
  trx: Knex.Transaction,
  id: string,
  options: { lock?: boolean } = {},
): Promise<SessionRecord | undefined> {
  const query = trx('sessions').where({ id }).first();
  const row = await (options.lock ? query.forUpdate() : query);
  return row && toRecord(SESSION_COLUMNS, row);
}
