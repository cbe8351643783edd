// SPDX-License-Identifier: Apache-2.0
import type { Knex } from 'knex';

/** Gives the watches of a replica that ends to whoever asks next. */
export async function releaseClusters(
  trx: Knex.Transaction,
  holder: string,
): Promise<void> {
  await trx('cluster_leases').where({ holder }).delete();
}
