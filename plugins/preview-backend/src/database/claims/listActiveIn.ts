// SPDX-License-Identifier: Apache-2.0
import type { Knex } from 'knex';

/** Ids of the active sessions in a namespace of a cluster. */
export async function listActiveIn(
  trx: Knex.Transaction,
  where: { cluster: string; namespace: string },
): Promise<string[]> {
  return trx('sessions')
    .where({ cluster: where.cluster, namespace: where.namespace })
    .whereNull('ended_at')
    .pluck('id');
}
