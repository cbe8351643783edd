// SPDX-License-Identifier: Apache-2.0
import type { Knex } from 'knex';

/**
 * Asks the lifecycle to verify the routing of a revision again; nudge the
 * session after commit.
 */
export async function requestVerification(
  trx: Knex.Transaction,
  which: { sessionId: string; revision: number },
): Promise<void> {
  await trx('session_steps')
    .where({
      session_id: which.sessionId,
      revision: which.revision,
      name: 'verified',
    })
    .whereNot({ status: 'skipped' })
    .update({ status: 'pending', at: null, message: null });
}
