// SPDX-License-Identifier: Apache-2.0
import type { Knex } from 'knex';

/** When the audit event was recorded that waits longest to be sealed. */
export async function oldestUnsealed(
  trx: Knex.Transaction,
): Promise<number | null> {
  const row = await trx('audit_pending')
    .join('audit_bodies', 'audit_bodies.event_id', 'audit_pending.event_id')
    .orderBy('audit_pending.seq')
    .select('audit_bodies.at')
    .first();
  return row ? Number(row.at) : null;
}
