// SPDX-License-Identifier: Apache-2.0
import type { Knex } from 'knex';
import { toRecord } from '../columns';
import { SESSION_COLUMNS, type SessionRecord } from '../SessionRecord';

/** Every active session of a target that takes requests by some filter. */
export async function listTakers(
  trx: Knex.Transaction,
  where: Pick<SessionRecord, 'cluster' | 'namespace' | 'target'>,
): Promise<SessionRecord[]> {
  const rows = await trx('sessions')
    .where({
      cluster: where.cluster,
      namespace: where.namespace,
      target: where.target,
    })
    .whereNull('ended_at')
    .whereNotNull('filter_fingerprint')
    .orderBy('created_at');
  return rows.map(row => toRecord(SESSION_COLUMNS, row));
}
