// SPDX-License-Identifier: Apache-2.0
import type { Knex } from 'knex';
import { toRow } from '../columns';
import { SIGN_OFF_COLUMNS, type SignOffRecord } from './SignOffRecord';

/** Adds a sign-off; void the person's former one first. */
export async function insertSignOff(
  trx: Knex.Transaction,
  signOff: SignOffRecord,
): Promise<void> {
  await trx('sign_offs').insert(toRow(SIGN_OFF_COLUMNS, signOff));
}
