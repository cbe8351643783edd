// SPDX-License-Identifier: Apache-2.0
import type { Knex } from 'knex';
import { toRow } from '../columns';
import { SESSION_COLUMNS, type SessionRecord } from '../SessionRecord';
import type { Fence } from './Claim';

/** What a worker writes, and on which ground. */
export interface Progress {
  patch: Partial<SessionRecord>;
  /** Generation that the decision was made for. */
  generation: number;
  /** Ends the claim: when to look again, and the nudges that were seen. */
  release: { nextRunAt: number; nudges: number } | null;
}

/**
 * A worker's write. `false`: its claim is over, or somebody wants something
 * else by now; nothing was written.
 */
export async function saveProgress(
  trx: Knex.Transaction,
  fence: Fence,
  { patch, generation, release }: Progress,
): Promise<boolean> {
  const lease = release && {
    lease_holder: null,
    lease_until: null,
    next_run_at: trx.raw(
      'case when nudges = ? then cast(? as bigint) else 0 end',
      [release.nudges, release.nextRunAt],
    ),
  };
  const updated = await trx('sessions')
    .where({ id: fence.id, lease_token: fence.leaseToken, generation })
    .whereNull('ended_at')
    .update({
      ...toRow(SESSION_COLUMNS, patch),
      ...lease,
      // Also a turn that changes only the timeline has to pass the fence.
      lease_token: fence.leaseToken,
    });
  return updated > 0;
}
