// SPDX-License-Identifier: Apache-2.0
import type { Knex } from 'knex';

/** Notes that from now on no request reaches the session. */
export async function closeTraffic(
  trx: Knex.Transaction,
  sessionId: string,
  now: number,
): Promise<void> {
  await trx('traffic_intervals')
    .where({ session_id: sessionId })
    .whereNull('to_at')
    .update({ to_at: now });
}
