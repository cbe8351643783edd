// SPDX-License-Identifier: Apache-2.0
import type { Knex } from 'knex';
import { toRecord } from '../columns';
import { KEPT_LOG_COLUMNS, type KeptLogRecord } from './KeptLogRecord';

/** What was kept of a container, the main one unless named. */
export async function findKeptLog(
  trx: Knex.Transaction,
  which: { sessionId: string; container?: string; previous: boolean },
): Promise<KeptLogRecord | undefined> {
  const { sessionId, container, previous } = which;
  const row = await trx('kept_logs')
    .where({
      session_id: sessionId,
      previous,
      ...(container !== undefined && { container }),
    })
    .orderBy('position')
    .first();
  return row && toRecord(KEPT_LOG_COLUMNS, row);
}
