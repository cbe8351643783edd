// SPDX-License-Identifier: Apache-2.0
import type { Knex } from 'knex';
import { unleased } from '../claims/unleased';

/** Work that nobody has taken up yet: how much, and due since when. */
export interface DueWork {
  count: number;
  since: number | null;
}

/** What is due at `now` and not being worked on, in all replicas together. */
export async function oldestDue(
  trx: Knex.Transaction,
  now: number,
): Promise<DueWork> {
  const row = await trx('sessions')
    .whereNull('ended_at')
    .where('next_run_at', '<=', now)
    .where(query => unleased(query, now))
    .count({ count: '*' })
    .min({ since: 'next_run_at' })
    .first();
  const since = row?.since ?? null;
  return {
    count: Number(row?.count ?? 0),
    // Zero stands for "at once", not for a moment.
    since: since === null || Number(since) === 0 ? null : Number(since),
  };
}
