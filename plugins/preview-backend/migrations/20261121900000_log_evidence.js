// SPDX-License-Identifier: Apache-2.0
// @ts-check

/**
 * Failures by their end: of those that are old enough, log lines are forgotten.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.raw(
    `create index sessions_failures on sessions (ended_at)
     where failure is not null`,
  );
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.raw('drop index sessions_failures');
};
