// SPDX-License-Identifier: Apache-2.0
import type { Knex } from 'knex';
import type { Fence } from './Claim';

/** A worker's sign of life. `false`: another one has taken over. */
export async function extendLease(
  trx: Knex.Transaction,
  fence: Fence,
  until: number,
): Promise<boolean> {
  const updated = await trx('sessions')
    .where({ id: fence.id, lease_token: fence.leaseToken })
    .update({ lease_until: until });
  return updated > 0;
}
