// SPDX-License-Identifier: Apache-2.0
import type { Knex } from 'knex';
import { toRecord } from '../columns';
import { SIGN_OFF_COLUMNS, type SignOffRecord } from './SignOffRecord';

/** The sign-offs of a session, oldest first, void ones included. */
export async function listSignOffs(
  trx: Knex.Transaction,
  sessionId: string,
): Promise<SignOffRecord[]> {
  const rows = await trx('sign_offs')
    .where({ session_id: sessionId })
    .orderBy(['at', 'id']);
  return rows.map(row => toRecord(SIGN_OFF_COLUMNS, row));
}
