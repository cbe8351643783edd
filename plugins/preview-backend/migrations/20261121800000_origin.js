// SPDX-License-Identifier: Apache-2.0
// @ts-check

/**
 * Sessions that somebody started elsewhere stand beside our own, also under
 * the same key. Plain statements: the schema builder copies the table on
 * SQLite.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.raw(
    "alter table sessions add column origin text not null default 'portal'",
  );
  await knex.raw('drop index sessions_active_key');
  await knex.raw(
    `create unique index sessions_active_key
     on sessions (cluster, namespace, target, key)
     where ended_at is null and origin = 'portal'`,
  );
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  // What was read from clusters can be read again.
  const elsewhere = knex('sessions')
    .select('id')
    .where({ origin: 'elsewhere' });
  for (const table of ['session_steps', 'session_revisions']) {
    await knex(table).whereIn('session_id', elsewhere).delete();
  }
  await knex('sessions').where({ origin: 'elsewhere' }).delete();
  await knex.raw('drop index sessions_active_key');
  await knex.raw('alter table sessions drop column origin');
  await knex.raw(
    `create unique index sessions_active_key
     on sessions (cluster, namespace, target, key) where ended_at is null`,
  );
};
