// SPDX-License-Identifier: Apache-2.0
import type { Knex } from 'knex';
import { toRecord } from '../columns';
import { SESSION_COLUMNS, type SessionRecord } from '../SessionRecord';
import type { SessionTuple } from './findActiveSession';

/**
 * Our newest ended session of an entity, target and key: was it a person's
 * stop?
 */
export async function findLastEnded(
  trx: Knex.Transaction,
  tuple: SessionTuple & Pick<SessionRecord, 'entityRef'>,
): Promise<SessionRecord | undefined> {
  const row = await trx('sessions')
    .where({
      cluster: tuple.cluster,
      namespace: tuple.namespace,
      target: tuple.target,
      key: tuple.key,
      entity_ref: tuple.entityRef,
      origin: 'portal',
    })
    .whereNotNull('ended_at')
    .orderBy([
      { column: 'created_at', order: 'desc' },
      { column: 'id', order: 'desc' },
    ])
    .first();
  return row && toRecord(SESSION_COLUMNS, row);
}
