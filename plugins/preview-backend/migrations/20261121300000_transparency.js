// SPDX-License-Identifier: Apache-2.0
// @ts-check

const APPEND_ONLY = ['audit_leaves', 'audit_checkpoints', 'audit_archived'];

/**
 * The audit log as a transparency log. Every event waits in `audit_pending`
 * from the transaction that records it until it has a leaf; so a late commit
 * is never skipped, and what is left to seal is found without a scan. Tiles
 * only grow. `audit_bodies` may lose a row that `audit_archived` lists.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('audit_pending', table => {
    table.bigIncrements('seq');
    table.string('event_id', 64).notNullable();
    table.string('entry', 64).notNullable().comment('Hex');
  });

  await knex.schema.createTable('audit_leaves', table => {
    table.bigInteger('leaf_index').primary();
    table.string('event_id', 64).notNullable().unique();
  });

  await knex.schema.createTable('audit_tiles', table => {
    table.integer('level').notNullable();
    table.bigInteger('tile_index').notNullable();
    table.binary('hashes').notNullable();
    table.primary(['level', 'tile_index']);
  });

  await knex.schema.createTable('audit_checkpoints', table => {
    table.bigInteger('size').primary();
    table.string('root', 64).notNullable().comment('Hex');
    table.text('note').notNullable();
    table.bigInteger('sealed_at').notNullable();
  });

  await knex.schema.createTable('audit_head', table => {
    table.comment('One row; writing it makes sealers queue up');
    table.integer('id').primary();
    table.bigInteger('size').notNullable();
    table.text('origin').comment('Fixed by the first seal');
    table.bigInteger('locks').notNullable();
  });
  await knex('audit_head').insert({ id: 1, size: 0, locks: 0 });

  await knex.schema.createTable('audit_followers', table => {
    table.comment('How far what follows the log has come');
    table.string('name', 64).primary();
    table.bigInteger('size').notNullable();
    table.bigInteger('at').comment('When it last came further');
    table.text('problem');
    table.integer('attempts').notNullable();
    table.bigInteger('next_at').notNullable();
  });

  await knex.schema.createTable('audit_archived', table => {
    table.string('event_id', 64).primary();
    table.text('gone').notNullable().comment('archived or erased');
    table.bigInteger('at').notNullable();
  });

  if (isPostgres(knex)) {
    await guardPostgres(knex);
  } else {
    await guardSqlite(knex);
  }

  await knex.raw(`
    insert into audit_pending (event_id, entry)
    select e.id, e.leaf_hash from audit_events e
    left join audit_bodies b on b.event_id = e.id
    order by b.at, e.id`);
};

/** @param {import('knex').Knex} knex */
function isPostgres(knex) {
  return knex.client.config.client.includes('pg');
}

/** @param {import('knex').Knex} knex */
async function guardPostgres(knex) {
  await knex.raw(`
    create function audit_wait_for_seal() returns trigger language plpgsql as $$
    begin
      insert into audit_pending (event_id, entry)
      select id, leaf_hash from added;
      return null;
    end $$`);
  await knex.raw(`
    create trigger audit_events_pending after insert on audit_events
    referencing new table as added
    for each statement execute function audit_wait_for_seal()`);
  await knex.raw(`
    create function audit_keep_bodies() returns trigger language plpgsql as $$
    begin
      if tg_op = 'DELETE' and exists
        (select 1 from audit_archived where event_id = old.event_id) then
        return old;
      end if;
      raise exception 'audit_bodies is append-only';
    end $$`);
  await knex.raw('drop trigger audit_bodies_append_only on audit_bodies');
  await knex.raw(`
    create trigger audit_bodies_append_only before update or delete
    on audit_bodies for each row execute function audit_keep_bodies()`);
  await knex.raw(`
    create function audit_grow_tiles() returns trigger language plpgsql as $$
    begin
      if tg_op = 'UPDATE' and new.level = old.level
        and new.tile_index = old.tile_index
        and length(new.hashes) >= length(old.hashes)
        and substr(new.hashes, 1, length(old.hashes)) = old.hashes then
        return new;
      end if;
      raise exception 'audit_tiles is append-only';
    end $$`);
  await knex.raw(`
    create trigger audit_tiles_append_only before update or delete
    on audit_tiles for each row execute function audit_grow_tiles()`);
  for (const table of APPEND_ONLY) {
    await knex.raw(`
      create trigger ${table}_append_only before update or delete on ${table}
      for each row execute function audit_append_only()`);
  }
  for (const table of [...APPEND_ONLY, 'audit_tiles']) {
    await knex.raw(`
      create trigger ${table}_no_truncate before truncate on ${table}
      for each statement execute function audit_append_only()`);
  }
}

/** @param {import('knex').Knex} knex */
async function guardSqlite(knex) {
  /** @type {(table: string, verb: string, when?: string) => Promise<unknown>} */
  const refuse = (table, verb, when = '') =>
    knex.raw(`
      create trigger ${table}_no_${verb} before ${verb} on ${table} ${when}
      begin select raise(abort, '${table} is append-only'); end`);
  await knex.raw(`
    create trigger audit_events_pending after insert on audit_events
    begin
      insert into audit_pending (event_id, entry)
      values (new.id, new.leaf_hash);
    end`);
  await knex.raw('drop trigger audit_bodies_no_delete');
  await refuse(
    'audit_bodies',
    'delete',
    `when not exists
      (select 1 from audit_archived where event_id = old.event_id)`,
  );
  await refuse('audit_tiles', 'delete');
  await refuse(
    'audit_tiles',
    'update',
    `when new.level <> old.level or new.tile_index <> old.tile_index
      or substr(new.hashes, 1, length(old.hashes)) <> old.hashes`,
  );
  for (const table of APPEND_ONLY) {
    await refuse(table, 'update');
    await refuse(table, 'delete');
  }
}

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  if (isPostgres(knex)) {
    await knex.raw('drop trigger audit_events_pending on audit_events');
    await knex.raw('drop trigger audit_bodies_append_only on audit_bodies');
    await knex.raw(`
      create trigger audit_bodies_append_only before update or delete
      on audit_bodies for each row execute function audit_append_only()`);
  } else {
    await knex.raw('drop trigger audit_events_pending');
    await knex.raw('drop trigger audit_bodies_no_delete');
    await knex.raw(`
      create trigger audit_bodies_no_delete before delete on audit_bodies
      begin select raise(abort, 'audit_bodies is append-only'); end`);
  }
  for (const table of [
    'audit_archived',
    'audit_followers',
    'audit_head',
    'audit_checkpoints',
    'audit_tiles',
    'audit_leaves',
    'audit_pending',
  ]) {
    await knex.schema.dropTable(table);
  }
  if (isPostgres(knex)) {
    for (const name of ['wait_for_seal', 'keep_bodies', 'grow_tiles']) {
      await knex.raw(`drop function audit_${name}()`);
    }
  }
};
