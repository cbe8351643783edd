// SPDX-License-Identifier: Apache-2.0
import type { Knex } from 'knex';

/** Forgets what was kept before a moment (epoch milliseconds). */
export async function deleteKeptLogs(
  trx: Knex.Transaction,
  before: number,
): Promise<void> {
  await trx('kept_logs').where('kept_at', '<', before).delete();
}
