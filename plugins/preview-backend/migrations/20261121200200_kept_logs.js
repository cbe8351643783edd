// SPDX-License-Identifier: Apache-2.0
// @ts-check

/**
 * The last log lines of previews that are over. A table of its own, since who
 * may see a preview may not read its logs.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('kept_logs', table => {
    table.string('session_id', 64).notNullable();
    table.string('container', 255).notNullable();
    table.boolean('previous').notNullable();
    table.integer('position').notNullable().comment('Main container first');
    table.text('text').notNullable();
    table.bigInteger('kept_at').notNullable();
    table.primary(['session_id', 'container', 'previous']);
    table.index(['kept_at'], 'kept_logs_by_age');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('kept_logs');
};
