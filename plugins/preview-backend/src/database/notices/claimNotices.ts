// SPDX-License-Identifier: Apache-2.0
import type { Knex } from 'knex';
import { toRecord } from '../columns';
import { isPostgres } from '../engine';
import { NOTICE_COLUMNS, type NoticeRecord } from './NoticeRecord';

/**
 * Takes notices that are due, the longest waiting first. Nobody else gets
 * them until `leaseUntil`; then they are due again.
 */
export async function claimNotices(
  trx: Knex.Transaction,
  claim: { now: number; leaseUntil: number; limit: number },
): Promise<NoticeRecord[]> {
  const due = trx('notices')
    .select('id')
    .where('due_at', '<=', claim.now)
    .orderBy('due_at')
    .limit(claim.limit);
  if (isPostgres(trx)) {
    due.forUpdate().skipLocked();
  }
  const ids = await due.pluck('id');
  if (ids.length === 0) {
    return [];
  }
  const rows = await trx('notices')
    .whereIn('id', ids)
    .update({
      due_at: claim.leaseUntil,
      attempts: trx.raw('attempts + 1'),
    })
    .returning('*');
  return rows.map(row => toRecord(NOTICE_COLUMNS, row));
}
