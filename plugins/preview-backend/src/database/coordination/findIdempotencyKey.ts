// SPDX-License-Identifier: Apache-2.0
import type { Knex } from 'knex';
import { toRecord } from '../columns';
import {
  IDEMPOTENCY_COLUMNS,
  IDEMPOTENCY_KEPT_FOR,
  type IdempotencyRecord,
} from './idempotencyKeys';

/** The kept answer of a caller's key, unless it is older than a day. */
export async function findIdempotencyKey(
  trx: Knex.Transaction,
  which: { caller: string; key: string; now: number },
): Promise<IdempotencyRecord | undefined> {
  const row = await trx('idempotency_keys')
    .where({ caller: which.caller, key: which.key })
    .where('created_at', '>', which.now - IDEMPOTENCY_KEPT_FOR)
    .first();
  return row && toRecord(IDEMPOTENCY_COLUMNS, row);
}
