// SPDX-License-Identifier: Apache-2.0
import type { Knex } from 'knex';
import { toRow } from '../columns';
import {
  IDEMPOTENCY_COLUMNS,
  IDEMPOTENCY_KEPT_FOR,
  type IdempotencyRecord,
} from './idempotencyKeys';

/**
 * Keeps an answer, in the transaction of the change itself.
 *
 * @returns `false` when another request with this key was faster; the caller
 * then rolls back and answers with the kept one
 */
export async function insertIdempotencyKey(
  trx: Knex.Transaction,
  record: IdempotencyRecord,
): Promise<boolean> {
  await trx('idempotency_keys')
    .where('created_at', '<=', record.createdAt - IDEMPOTENCY_KEPT_FOR)
    .delete();
  const inserted = await trx('idempotency_keys')
    .insert(toRow(IDEMPOTENCY_COLUMNS, record))
    .onConflict(['caller', 'key'])
    .ignore()
    .returning('key');
  return inserted.length > 0;
}
