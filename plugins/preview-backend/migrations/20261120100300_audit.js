// SPDX-License-Identifier: Apache-2.0
// @ts-check

const TABLES = ['audit_events', 'audit_bodies'];

/**
 * The audit log. `audit_events` never changes; `audit_bodies` has the exact
 * bytes that were hashed and the columns to search by. The triggers guard
 * against bugs, not against the administrator. Never alter these tables
 * through the schema builder: on SQLite it copies them and loses the triggers.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('audit_events', table => {
    table.string('id', 64).primary();
    table.string('leaf_hash', 64).notNullable();
  });

  await knex.schema.createTable('audit_bodies', table => {
    table.string('event_id', 64).primary();
    table.string('salt', 64).notNullable();
    table.text('body').notNullable();
    table.bigInteger('at').notNullable();
    table.text('action').notNullable();
    table.text('outcome').notNullable();
    table.text('actor').notNullable();
    table.text('session_id');
    table.text('key');
    table.text('entity_ref');
    table.text('owner_ref');
    table.text('cluster');
    table.index(['at', 'event_id'], 'audit_bodies_by_at');
    for (const column of [
      'action',
      'outcome',
      'actor',
      'session_id',
      'key',
      'entity_ref',
      'owner_ref',
      'cluster',
    ]) {
      table.index([column, 'at', 'event_id'], `audit_bodies_by_${column}`);
    }
  });

  if (knex.client.config.client.includes('pg')) {
    await guardPostgres(knex);
  } else {
    await guardSqlite(knex);
  }
};

/** @param {import('knex').Knex} knex */
async function guardPostgres(knex) {
  await knex.raw(`
    create function audit_append_only() returns trigger language plpgsql as $$
    begin
      raise exception '% is append-only', tg_table_name;
    end $$`);
  for (const table of TABLES) {
    await knex.raw(`
      create trigger ${table}_append_only before update or delete on ${table}
      for each row execute function audit_append_only()`);
    await knex.raw(`
      create trigger ${table}_no_truncate before truncate on ${table}
      for each statement execute function audit_append_only()`);
  }
}

/** @param {import('knex').Knex} knex */
async function guardSqlite(knex) {
  for (const table of TABLES) {
    for (const verb of ['update', 'delete']) {
      await knex.raw(`
        create trigger ${table}_no_${verb} before ${verb} on ${table}
        begin select raise(abort, '${table} is append-only'); end`);
    }
  }
}

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('audit_bodies');
  await knex.schema.dropTable('audit_events');
  if (knex.client.config.client.includes('pg')) {
    await knex.raw('drop function audit_append_only()');
  }
};
