// SPDX-License-Identifier: Apache-2.0
// @ts-check

/**
 * What people are to be told: written in the transaction of the change, sent
 * afterwards. Rows stay while a preview lives, so that nothing is told twice.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('notices', table => {
    table.string('id', 255).primary();
    table.string('session_id', 64).notNullable();
    table.text('notice').notNullable();
    table.text('actor');
    table.bigInteger('created_at').notNullable();
    table.bigInteger('due_at').comment('Null when dealt with');
    table.integer('attempts').notNullable();
    table.index(['due_at'], 'notices_by_due_at');
    table.index(['session_id'], 'notices_by_session');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('notices');
};
