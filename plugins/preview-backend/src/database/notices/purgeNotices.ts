// SPDX-License-Identifier: Apache-2.0
import type { Knex } from 'knex';

/** Forgets what was dealt with of sessions that ended before `before`. */
export async function purgeNotices(
  trx: Knex.Transaction,
  before: number,
): Promise<void> {
  await trx('notices')
    .whereNull('due_at')
    .where('created_at', '<', before)
    .whereIn(
      'session_id',
      trx('sessions').select('id').where('ended_at', '<', before),
    )
    .delete();
}
