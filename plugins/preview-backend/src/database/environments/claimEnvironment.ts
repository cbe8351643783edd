// SPDX-License-Identifier: Apache-2.0
import type { Knex } from 'knex';
import { toRecord } from '../columns';
import {
  ENVIRONMENT_COLUMNS,
  type EnvironmentRecord,
  isFree,
} from './EnvironmentRecord';

/**
 * Takes a key for a starting session, locked until the transaction ends. A
 * key that nobody has, or that is free again, becomes `ownerRef`'s; another
 * one stays with its owner, which is what the answer tells.
 */
export async function claimEnvironment(
  trx: Knex.Transaction,
  wish: { key: string; ownerRef: string; now: number },
): Promise<EnvironmentRecord> {
  const fresh = {
    key: wish.key,
    owner_ref: wish.ownerRef,
    created_at: wish.now,
    last_ended_at: null,
  };
  await trx('environments').insert(fresh).onConflict('key').ignore();
  const row = await trx('environments')
    .where({ key: wish.key })
    .first()
    .forUpdate();
  const present = toRecord(ENVIRONMENT_COLUMNS, row);
  const next = isFree(present, wish.now)
    ? fresh
    : { ...row, last_ended_at: null };
  if (present.lastEndedAt !== null) {
    await trx('environments').where({ key: wish.key }).update(next);
  }
  return toRecord(ENVIRONMENT_COLUMNS, next);
}
