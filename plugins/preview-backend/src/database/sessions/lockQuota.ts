// SPDX-License-Identifier: Apache-2.0
import type { Knex } from 'knex';
import type { QuotaSubject } from './countActive';

/**
 * Makes starts that share a user, owner, entity or cluster queue up until the
 * transaction ends, so that count and insert cannot be overtaken. First
 * statement of such a transaction. Rows are taken in one order, so two starts
 * never wait for each other.
 */
export async function lockQuota(
  trx: Knex.Transaction,
  subject: QuotaSubject,
): Promise<void> {
  const scopes = [
    `user:${subject.createdBy}`,
    `owner:${subject.ownerRef}`,
    `entity:${subject.entityRef}`,
    `cluster:${subject.cluster}`,
  ].sort();
  await trx('quota_locks')
    .insert(scopes.map(scope => ({ scope, uses: 1 })))
    .onConflict('scope')
    .merge({ uses: trx.raw('quota_locks.uses + 1') });
}
