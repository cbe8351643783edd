// SPDX-License-Identifier: Apache-2.0
import type { Knex } from 'knex';

/**
 * Drops the content of events, salt included; their hashes stay. Why it is
 * gone is written down first, else the database refuses.
 */
export async function dropBodies(
  trx: Knex.Transaction,
  eventIds: string[],
  { gone, at }: { gone: 'archived' | 'erased'; at: number },
): Promise<void> {
  await trx('audit_archived')
    .insert(eventIds.map(eventId => ({ event_id: eventId, gone, at })))
    .onConflict('event_id')
    .ignore();
  await trx('audit_bodies').whereIn('event_id', eventIds).delete();
}
