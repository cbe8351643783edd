// SPDX-License-Identifier: Apache-2.0
import type { Knex } from 'knex';
import type { NoticeRecord } from './NoticeRecord';

/**
 * Ends a claim: the notice is dealt with, or due again at `dueAt`. Changes
 * nothing when the claim ran out and another replica has it.
 */
export async function settleNotice(
  trx: Knex.Transaction,
  claimed: NoticeRecord,
  dueAt: number | null,
): Promise<void> {
  await trx('notices')
    .where({ id: claimed.id, due_at: claimed.dueAt })
    .update({ due_at: dueAt });
}
