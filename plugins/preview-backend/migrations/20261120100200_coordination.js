// SPDX-License-Identifier: Apache-2.0
// @ts-check

/**
 * What replicas and callers share: environments, quotas, leases, keys.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('environments', table => {
    table.string('key', 64).primary();
    table.text('owner_ref').notNullable();
    table.bigInteger('created_at').notNullable();
    table.bigInteger('last_ended_at').comment('Null while a session is active');
  });

  await knex.schema.createTable('quota_locks', table => {
    table.comment('Writing a row here makes starts of one scope queue up');
    table.string('scope', 512).primary();
    table.bigInteger('uses').notNullable();
  });

  await knex.schema.createTable('idempotency_keys', table => {
    table.string('caller', 512).notNullable();
    table.string('key', 255).notNullable();
    table.string('request_hash', 64).notNullable();
    table.integer('status').notNullable();
    table.text('body').notNullable();
    table.bigInteger('created_at').notNullable();
    table.primary(['caller', 'key']);
    table.index(['created_at'], 'idempotency_keys_by_age');
  });

  await knex.schema.createTable('cluster_leases', table => {
    table.comment('Which replica watches a cluster');
    table.string('cluster', 255).primary();
    table.text('holder').notNullable();
    table.bigInteger('until').notNullable();
    table.integer('token').notNullable();
  });

  await knex.schema.createTable('signing_keys', table => {
    table.string('purpose', 64).primary();
    table.text('secret').notNullable();
    table.bigInteger('created_at').notNullable();
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('signing_keys');
  await knex.schema.dropTable('cluster_leases');
  await knex.schema.dropTable('idempotency_keys');
  await knex.schema.dropTable('quota_locks');
  await knex.schema.dropTable('environments');
};
