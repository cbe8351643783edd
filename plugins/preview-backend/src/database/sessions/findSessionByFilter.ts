// SPDX-License-Identifier: Apache-2.0
import type { Knex } from 'knex';
import { toRecord } from '../columns';
import { SESSION_COLUMNS, type SessionRecord } from '../SessionRecord';

/** The active session of a target that takes requests with this filter. */
export async function findSessionByFilter(
  trx: Knex.Transaction,
  where: Pick<SessionRecord, 'cluster' | 'namespace' | 'target'> & {
    filterFingerprint: string;
  },
): Promise<SessionRecord | undefined> {
  const row = await trx('sessions')
    .where({
      cluster: where.cluster,
      namespace: where.namespace,
      target: where.target,
      filter_fingerprint: where.filterFingerprint,
    })
    .whereNull('ended_at')
    .first();
  return row && toRecord(SESSION_COLUMNS, row);
}
