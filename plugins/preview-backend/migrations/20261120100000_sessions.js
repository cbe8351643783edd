// SPDX-License-Identifier: Apache-2.0
// @ts-check

/** Stands for "no end" where a sorted list needs a number (2^53 - 1). */
const NEVER = 9007199254740991;

/**
 * Sessions: what somebody wants, and what was last observed. Times are epoch
 * milliseconds.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('sessions', table => {
    table.comment('One isolated copy of one workload running another image');
    table.string('id', 64).primary();
    table.string('key', 64).notNullable();
    table.text('entity_ref').notNullable();
    table.text('owner_at_start').notNullable();
    table.text('owner_ref').notNullable().comment('Refreshed by the sweep');
    table.text('cluster').notNullable();
    table.text('namespace').notNullable();
    table.text('target').notNullable();
    table.text('driver').notNullable();

    table.text('image').notNullable();
    table.integer('revision').notNullable();
    table.integer('generation').notNullable();
    table.integer('replicas').notNullable();
    table.text('env').notNullable();
    table.text('label_mode').notNullable();
    table.text('traffic').notNullable();
    table.text('filter_fingerprint');
    table.text('update_strategy').notNullable();

    table.text('desired_state').notNullable();
    table.text('desired_by').notNullable();
    table.text('desired_reason');
    table.bigInteger('desired_at').notNullable();
    table.text('desired_end_reason');

    table.text('phase').notNullable();
    table.integer('serving_revision');
    table.integer('retiring_revision');
    table.bigInteger('retire_at');
    table.integer('failed_revision');
    table.boolean('routed').notNullable();
    table.text('route_state').notNullable();
    table.text('failure');
    table.text('conditions').notNullable();
    table.text('differences').notNullable();
    table.text('pods').notNullable();
    table.text('access');

    table.text('created_by').notNullable();
    table.text('claimed_actor');
    table.text('via').notNullable();
    table.bigInteger('created_at').notNullable();
    table.bigInteger('ready_at');
    table.bigInteger('expires_at').comment('Null when pinned');
    table.boolean('pinned').notNullable();
    table.text('pinned_by');
    table.bigInteger('backstop_at').notNullable();
    table.bigInteger('backstop_observed_at');
    table.text('backstop_state').notNullable();
    table.bigInteger('ended_at');
    table.text('end_reason');
    table.bigInteger('keep_until');
    table.text('handle');

    table.integer('event_seq').notNullable();
    table.integer('attempt').notNullable();
    table.integer('nudges').notNullable();
    table.bigInteger('next_run_at').notNullable();
    table.text('lease_holder');
    table.integer('lease_token').notNullable();
    table.bigInteger('lease_until');
    table.text('last_error');

    for (const column of [
      'entity_ref',
      'owner_ref',
      'key',
      'created_by',
      'phase',
      'cluster',
    ]) {
      table.index(
        [column, 'created_at', 'id'],
        `sessions_by_${column.replace(/_ref$/, '')}`,
      );
    }
    table.index(['created_at', 'id'], 'sessions_by_created_at');
    table.index(
      ['cluster', 'namespace', 'target', 'created_at', 'id'],
      'sessions_by_target',
    );
  });

  await knex.raw(
    `create unique index sessions_active_key
     on sessions (cluster, namespace, target, key) where ended_at is null`,
  );
  await knex.raw(
    `create unique index sessions_active_filter
     on sessions (cluster, namespace, target, filter_fingerprint)
     where ended_at is null`,
  );
  await knex.raw(
    `create index sessions_due on sessions (next_run_at) where ended_at is null`,
  );
  await knex.raw(
    `create index sessions_active on sessions (created_at, id) where ended_at is null`,
  );
  await knex.raw(
    `create index sessions_by_expires_at
     on sessions (coalesce(expires_at, ${NEVER}), id)`,
  );
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('sessions');
};
