// SPDX-License-Identifier: Apache-2.0
import type { Knex } from 'knex';

/**
 * Makes all who would seal wait for this transaction, and tells the size of
 * the log. What was committed before is seen by every query that follows.
 */
export async function lockHead(
  trx: Knex.Transaction,
): Promise<{ size: number; origin: string | null }> {
  const [row] = await trx('audit_head')
    .where({ id: 1 })
    .update({ locks: trx.raw('locks + 1') })
    .returning(['size', 'origin']);
  return { size: Number(row.size), origin: row.origin };
}
