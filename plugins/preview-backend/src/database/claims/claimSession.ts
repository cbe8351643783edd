// SPDX-License-Identifier: Apache-2.0
import type { Knex } from 'knex';
import { toRecord } from '../columns';
import { SESSION_COLUMNS, type SessionRecord } from '../SessionRecord';
import { type Claim, leaseFields } from './Claim';
import { unleased } from './unleased';

/**
 * Takes one session, also one that is not due unless `dueOnly`; `undefined`
 * when another worker is at it, or was at it and moved it on.
 */
export async function claimSession(
  trx: Knex.Transaction,
  id: string,
  claim: Claim & { dueOnly: boolean },
): Promise<SessionRecord | undefined> {
  const query = trx('sessions')
    .where({ id })
    .whereNull('ended_at')
    .where(inner => unleased(inner, claim.now));
  if (claim.dueOnly) {
    query.where('next_run_at', '<=', claim.now);
  }
  const [row] = await query.update(leaseFields(trx, claim)).returning('*');
  return row && toRecord(SESSION_COLUMNS, row);
}
