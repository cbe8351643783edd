// SPDX-License-Identifier: Apache-2.0
// @ts-check

/**
 * What was asked for besides image, traffic, variables and replicas. Plain
 * statements: the schema builder copies the table on SQLite.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.raw(
    "alter table sessions add column inputs text not null default '{}'",
  );
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.raw('alter table sessions drop column inputs');
};
