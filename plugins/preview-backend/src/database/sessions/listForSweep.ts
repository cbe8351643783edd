// SPDX-License-Identifier: Apache-2.0
import type { Knex } from 'knex';
import { toRecord } from '../columns';
import { SESSION_COLUMNS, type SessionRecord } from '../SessionRecord';

/**
 * What a sweep of a cluster compares: its active sessions, and those of the
 * given ids whatever their state.
 */
export async function listForSweep(
  trx: Knex.Transaction,
  cluster: string,
  foundIds: string[],
): Promise<SessionRecord[]> {
  const rows = await trx('sessions')
    .where({ cluster })
    .where(any => any.whereNull('ended_at').orWhereIn('id', foundIds));
  return rows.map(row => toRecord(SESSION_COLUMNS, row));
}
