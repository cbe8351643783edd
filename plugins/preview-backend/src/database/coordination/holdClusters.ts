// SPDX-License-Identifier: Apache-2.0
import type { Knex } from 'knex';
import type { Claim } from '../claims/Claim';

/**
 * Takes or renews the watches of clusters: one replica per cluster holds
 * them, until it has been silent for the length of the lease.
 *
 * @returns the clusters that are this holder's now
 */
export async function holdClusters(
  trx: Knex.Transaction,
  clusters: string[],
  { holder, now, leaseFor }: Claim,
): Promise<string[]> {
  const rows = await trx('cluster_leases')
    .insert(
      [...clusters].sort().map(cluster => ({
        cluster,
        holder,
        until: now + leaseFor,
        token: 1,
      })),
    )
    .onConflict('cluster')
    .merge({
      holder,
      until: now + leaseFor,
      token: trx.raw('cluster_leases.token + 1'),
    })
    .where(query =>
      query
        .where('cluster_leases.holder', holder)
        .orWhere('cluster_leases.until', '<=', now),
    )
    .returning('cluster');
  return rows.map(row => row.cluster);
}
