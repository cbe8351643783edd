// SPDX-License-Identifier: Apache-2.0
import type { Knex } from 'knex';
import { toRow } from '../columns';
import { SESSION_COLUMNS, type SessionRecord } from '../SessionRecord';

/**
 * Changes fields of a session on behalf of a command. A command that changes
 * what is wanted also raises `generation` and sets `nextRunAt` to now: a
 * worker that is at it then starts over with the new wish.
 */
export async function updateSession(
  trx: Knex.Transaction,
  id: string,
  patch: Partial<SessionRecord>,
): Promise<void> {
  await trx('sessions').where({ id }).update(toRow(SESSION_COLUMNS, patch));
}
