// SPDX-License-Identifier: Apache-2.0
// @ts-check

/**
 * Links that the entity itself brings. Plain statements: the schema builder
 * copies the table on SQLite.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.raw(
    "alter table sessions add column entity_links text not null default '[]'",
  );
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.raw('alter table sessions drop column entity_links');
};
