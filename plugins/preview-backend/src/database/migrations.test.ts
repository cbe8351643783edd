// SPDX-License-Identifier: Apache-2.0
import type { Knex } from 'knex';
import { assertGuards } from '../audit/assertGuards';
import { emptyDatabase, ENGINES } from '../testUtils/databases';
import { isPostgres } from './engine';
import { migrate, migrationsDirectory } from './migrate';

async function ourTables(knex: Knex): Promise<string[]> {
  const names: string[] = isPostgres(knex)
    ? await knex('pg_tables').where({ schemaname: 'public' }).pluck('tablename')
    : await knex('sqlite_master').where({ type: 'table' }).pluck('name');
  return names.filter(name => !/^(knex_|sqlite_)/.test(name)).sort();
}

describe.each(ENGINES)('migrations on %s', engine => {
  it('go up, all the way down and up again', async () => {
    const knex = await emptyDatabase(engine);
    const directory = migrationsDirectory();
    await migrate(knex);
    const tables = await ourTables(knex);
    expect(tables).toContain('sessions');

    const [, ran] = await knex.migrate.list({ directory });
    const pending = await knex.migrate.currentVersion();
    expect(pending).not.toBe('none');
    expect(ran).toEqual([]);

    for (;;) {
      const [, undone] = await knex.migrate.down({ directory });
      if (undone.length === 0) {
        break;
      }
    }
    expect(await ourTables(knex)).toEqual([]);
    const functions = isPostgres(knex)
      ? await knex('pg_proc').where({ proname: 'audit_append_only' })
      : [];
    expect(functions).toEqual([]);

    await migrate(knex);
    expect(await ourTables(knex)).toEqual(tables);
    await expect(assertGuards(knex)).resolves.toBeUndefined();
  });

  it('may be run by several replicas at once', async () => {
    const knex = await emptyDatabase(engine);
    // Knex takes a lock; who finds it taken reports that and starts again.
    // SQLite has one connection, on which they queue up.
    const replicas = isPostgres(knex) ? 3 : 1;
    const runs = await Promise.allSettled(
      Array.from({ length: replicas }, () => migrate(knex)),
    );
    expect(runs.some(run => run.status === 'fulfilled')).toBe(true);
    await migrate(knex);
    await expect(assertGuards(knex)).resolves.toBeUndefined();
  });
});
