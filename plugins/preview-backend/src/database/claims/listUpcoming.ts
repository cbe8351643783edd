// SPDX-License-Identifier: Apache-2.0
import type { Knex } from 'knex';

/** A session and when it is due. */
export interface Upcoming {
  id: string;
  nextRunAt: number;
}

/** What becomes due up to `until`, soonest first. */
export async function listUpcoming(
  trx: Knex.Transaction,
  window: { until: number; limit: number },
): Promise<Upcoming[]> {
  const rows = await trx('sessions')
    .select('id', 'next_run_at')
    .whereNull('ended_at')
    .where('next_run_at', '<=', window.until)
    .orderBy('next_run_at')
    .limit(window.limit);
  return rows.map(row => ({ id: row.id, nextRunAt: Number(row.next_run_at) }));
}
