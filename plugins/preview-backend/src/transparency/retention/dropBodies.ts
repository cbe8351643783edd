// SPDX-License-Identifier: Apache-2.0
import type { Knex } from 'knex';

/** SQLite takes 500 rows in one statement. */
const ROWS = 500;

/**
 * Drops the content of events, salt included; their hashes stay. Why it is
 * gone is written down first, else the database refuses.
 */
export async function dropBodies(
  trx: Knex.Transaction,
  eventIds: string[],
  { gone, at }: { gone: 'archived' | 'erased'; at: number },
): Promise<void> {
  for (let from = 0; from < eventIds.length; from += ROWS) {
    const some = eventIds.slice(from, from + ROWS);
    await trx('audit_archived')
      .insert(some.map(eventId => ({ event_id: eventId, gone, at })))
      .onConflict('event_id')
      .ignore();
    await trx('audit_bodies').whereIn('event_id', some).delete();
  }
}
