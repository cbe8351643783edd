// SPDX-License-Identifier: Apache-2.0
// @ts-check

/**
 * What people said of revisions. Rows are voided, never deleted.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('sign_offs', table => {
    table.string('id', 64).primary();
    table.string('session_id', 64).notNullable();
    table.integer('revision').notNullable();
    table.text('digests').notNullable();
    table.text('decision').notNullable();
    table.text('comment');
    table.text('by').notNullable();
    table.bigInteger('at').notNullable();
    table.bigInteger('void_at');
    table.text('void_why');
    table.index(['session_id', 'revision'], 'sign_offs_by_session');
  });
  await knex.raw(
    `create unique index sign_offs_one_counts
     on sign_offs (session_id, "by") where void_at is null`,
  );
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('sign_offs');
};
