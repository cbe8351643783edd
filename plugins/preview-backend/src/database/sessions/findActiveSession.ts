// SPDX-License-Identifier: Apache-2.0
import type { Knex } from 'knex';
import { toRecord } from '../columns';
import { SESSION_COLUMNS, type SessionRecord } from '../SessionRecord';

/** What a start is idempotent by. */
export type SessionTuple = Pick<
  SessionRecord,
  'cluster' | 'namespace' | 'target' | 'key'
>;

/**
 * The session of a target and key that has not ended, locked; where there are
 * several, ours before one that was started elsewhere.
 */
export async function findActiveSession(
  trx: Knex.Transaction,
  tuple: SessionTuple,
): Promise<SessionRecord | undefined> {
  const row = await trx('sessions')
    .where({
      cluster: tuple.cluster,
      namespace: tuple.namespace,
      target: tuple.target,
      key: tuple.key,
    })
    .whereNull('ended_at')
    .orderBy('origin', 'desc')
    .first()
    .forUpdate();
  return row && toRecord(SESSION_COLUMNS, row);
}
