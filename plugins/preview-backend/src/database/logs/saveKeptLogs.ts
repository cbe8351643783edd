// SPDX-License-Identifier: Apache-2.0
import type { Knex } from 'knex';
import { toRow } from '../columns';
import { KEPT_LOG_COLUMNS, type KeptLogRecord } from './KeptLogRecord';

/** Keeps the ends of logs; later ones take the place of earlier ones. */
export async function saveKeptLogs(
  trx: Knex.Transaction,
  logs: KeptLogRecord[],
): Promise<void> {
  if (logs.length === 0) {
    return;
  }
  await trx('kept_logs')
    .insert(logs.map(log => toRow(KEPT_LOG_COLUMNS, log)))
    .onConflict(['session_id', 'container', 'previous'])
    .merge();
}
