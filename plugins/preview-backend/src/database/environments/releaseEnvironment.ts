// SPDX-License-Identifier: Apache-2.0
import type { Knex } from 'knex';

/**
 * Notes that a session of the key ended at `now`; does nothing while another
 * one is active. Call after the session's own row says that it ended.
 */
export async function releaseEnvironment(
  trx: Knex.Transaction,
  key: string,
  now: number,
): Promise<void> {
  // The lock makes two sessions that end at once see each other's end.
  await trx('environments').where({ key }).select('key').forUpdate();
  await trx('environments')
    .where({ key })
    .whereNotExists(
      trx('sessions').select('id').where({ key }).whereNull('ended_at'),
    )
    .update({ last_ended_at: now });
}
