// SPDX-License-Identifier: Apache-2.0
import type { Knex } from 'knex';

/**
 * Makes a session due at once, for whichever replica. A worker that is at it
 * just now sees the counter and looks again.
 */
export async function requestLook(
  trx: Knex.Transaction,
  ids: string[],
  now: number,
): Promise<void> {
  await trx('sessions')
    .whereIn('id', ids)
    .whereNull('ended_at')
    .update({ nudges: trx.raw('nudges + 1'), next_run_at: now });
}
