// SPDX-License-Identifier: Apache-2.0
// @ts-check

/**
 * What happened to sessions: timeline, revisions, and who could receive
 * traffic of a service at which time.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('session_steps', table => {
    table.string('session_id', 64).notNullable();
    table.integer('revision').notNullable();
    table.string('name', 32).notNullable();
    table.text('status').notNullable();
    table.bigInteger('at');
    table.text('message');
    table.primary(['session_id', 'revision', 'name']);
  });

  await knex.schema.createTable('session_revisions', table => {
    table.string('session_id', 64).notNullable();
    table.integer('number').notNullable();
    table.text('image').notNullable();
    table.text('digests').notNullable();
    table.bigInteger('at').notNullable();
    table.text('by').notNullable();
    table.primary(['session_id', 'number']);
  });

  await knex.schema.createTable('traffic_intervals', table => {
    table.comment('From when to when requests could reach a preview');
    table.string('session_id', 64).notNullable();
    table.bigInteger('from_at').notNullable();
    table.integer('revision').notNullable();
    table.bigInteger('to_at');
    table.text('entity_ref').notNullable();
    table.text('cluster').notNullable();
    table.text('namespace').notNullable();
    table.text('target').notNullable();
    table.text('filter');
    table.text('image').notNullable();
    table.text('image_digest');
    table.primary(['session_id', 'from_at', 'revision']);
    table.index(['entity_ref', 'from_at'], 'traffic_intervals_by_entity');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('traffic_intervals');
  await knex.schema.dropTable('session_revisions');
  await knex.schema.dropTable('session_steps');
};
