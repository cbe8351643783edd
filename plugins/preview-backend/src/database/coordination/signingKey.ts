// SPDX-License-Identifier: Apache-2.0
import type { Knex } from 'knex';

/**
 * The key for a purpose, made once for all replicas and restarts.
 *
 * @param proposal - kept when there is none yet
 */
export async function signingKey(
  trx: Knex.Transaction,
  proposal: { purpose: 'cursor' | 'audit'; secret: string; now: number },
): Promise<string> {
  const { purpose, secret, now } = proposal;
  await trx('signing_keys')
    .insert({ purpose, secret, created_at: now })
    .onConflict('purpose')
    .ignore();
  const row = await trx('signing_keys').where({ purpose }).first();
  return row.secret;
}
