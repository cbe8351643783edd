// SPDX-License-Identifier: Apache-2.0
import type { Knex } from 'knex';
import { toRecord } from '../columns';
import { isPostgres } from '../engine';
import { SESSION_COLUMNS, type SessionRecord } from '../SessionRecord';
import { type Claim, leaseFields } from './Claim';
import { unleased } from './unleased';

/**
 * Takes sessions that are due and that nobody is at, the longest waiting
 * first. One statement, so two workers never get the same one.
 *
 * @param claim - with `except`, the sessions that are not to be taken
 */
export async function claimDue(
  trx: Knex.Transaction,
  claim: Claim & { limit: number; except?: string[] },
): Promise<SessionRecord[]> {
  const due = trx('sessions')
    .select('id')
    .whereNull('ended_at')
    .where('next_run_at', '<=', claim.now)
    .where(query => unleased(query, claim.now))
    .whereNotIn('id', claim.except ?? [])
    .orderBy('next_run_at')
    .limit(claim.limit);
  if (isPostgres(trx)) {
    due.forUpdate().skipLocked();
  }
  const rows = await trx('sessions')
    .whereIn('id', due)
    .update(leaseFields(trx, claim))
    .returning('*');
  return rows.map(row => toRecord(SESSION_COLUMNS, row));
}
