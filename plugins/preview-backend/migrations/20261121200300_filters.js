// SPDX-License-Identifier: Apache-2.0
// @ts-check

const INDEXES = {
  // Lists by key, namespace or workload alone, and of what has ended.
  sessions_by_key_id: '(key, id)',
  sessions_by_namespace: '(namespace, created_at, id)',
  sessions_by_target_name: '(target, created_at, id)',
  sessions_ended: '(created_at, id) where ended_at is not null',
  // Everything by which environments are narrowed, grouped and sorted: the
  // rows themselves are wide and need not be read.
  sessions_board: `(key, created_at, expires_at, phase, cluster, owner_ref,
    entity_ref, created_by, image, id) where ended_at is null`,
  // What free text is looked for in, with all that it is combined with.
  sessions_search: `(created_at, id, key, image, entity_ref, expires_at,
    ended_at, phase, cluster, namespace, owner_ref, created_by)`,
};

/**
 * Indexes for the filters and sorts of the Previews page.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  for (const [name, columns] of Object.entries(INDEXES)) {
    await knex.raw(`create index ${name} on sessions ${columns}`);
  }
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  for (const name of Object.keys(INDEXES)) {
    await knex.raw(`drop index ${name}`);
  }
};
