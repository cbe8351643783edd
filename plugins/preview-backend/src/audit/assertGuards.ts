// SPDX-License-Identifier: Apache-2.0
import type { Knex } from 'knex';
import { isPostgres } from '../database/engine';

const GUARDED = [
  'audit_archived',
  'audit_bodies',
  'audit_checkpoints',
  'audit_events',
  'audit_leaves',
  'audit_tiles',
];
/** Without it an event would never be sealed. */
const PENDING = 'audit_events_pending';
const SQLITE_GUARDS = [
  PENDING,
  ...GUARDED.flatMap(table => [`${table}_no_delete`, `${table}_no_update`]),
];
const POSTGRES_GUARDS = [
  PENDING,
  ...GUARDED.flatMap(table => [`${table}_append_only`, `${table}_no_truncate`]),
];

/**
 * Checks at start that the audit tables still have their triggers: copying a
 * table, as schema builders do on SQLite, loses them silently.
 *
 * @throws Error that names the missing triggers
 */
export async function assertGuards(knex: Knex): Promise<void> {
  const postgres = isPostgres(knex);
  const present: string[] = postgres
    ? await knex('pg_trigger')
        .whereIn('tgname', POSTGRES_GUARDS)
        .where({ tgenabled: 'O' })
        .pluck('tgname')
    : await knex('sqlite_master').where({ type: 'trigger' }).pluck('name');
  const missing = (postgres ? POSTGRES_GUARDS : SQLITE_GUARDS).filter(
    name => !present.includes(name),
  );
  if (missing.length > 0) {
    throw new Error(
      `The audit log is not protected: missing ${missing.join(', ')}. ` +
        'Restore the triggers from the migration of the audit tables.',
    );
  }
}
