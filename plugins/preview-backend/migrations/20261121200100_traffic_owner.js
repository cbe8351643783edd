// SPDX-License-Identifier: Apache-2.0
// @ts-check

/**
 * Who owned a service when requests could reach its preview: owners change,
 * the answer about the past does not.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('traffic_intervals', table => {
    table.text('owner_ref').comment('When the interval began');
  });
  await knex.raw(
    `update traffic_intervals set owner_ref =
     (select owner_at_start from sessions where id = session_id)`,
  );
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.alterTable('traffic_intervals', table => {
    table.dropColumn('owner_ref');
  });
};
