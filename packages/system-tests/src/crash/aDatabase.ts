// SPDX-License-Identifier: Apache-2.0
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import createKnex, { type Knex } from 'knex';
import { emptyDatabase, type Engine } from '../backend/product';
import type { WorkerJob } from './KillPoint';
import { migrate } from './product';

/** A database that other processes can open as well. */
export interface SharedDatabase {
  knex: Knex;
  /** For files of the test; goes when it is closed. */
  folder: string;
  /** How they open it. */
  config: WorkerJob['database'];
  close(): Promise<void>;
}

/** With our schema. SQLite is a file here, since memory cannot be shared. */
export async function aDatabase(engine: Engine): Promise<SharedDatabase> {
  const folder = mkdtempSync(join(tmpdir(), 'preview-crash-'));
  const { knex, config } = engine.startsWith('SQLITE')
    ? sqliteFile(folder)
    : await postgresDatabase(engine);
  await migrate(knex);
  return {
    knex,
    config,
    folder,
    async close() {
      if (engine.startsWith('SQLITE')) {
        await knex.destroy();
      }
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

type Opened = Pick<SharedDatabase, 'knex' | 'config'>;

function sqliteFile(folder: string): Opened {
  const config = {
    client: 'better-sqlite3',
    connection: { filename: join(folder, 'preview.sqlite') },
  };
  return { knex: createKnex({ ...config, useNullAsDefault: true }), config };
}

async function postgresDatabase(engine: Engine): Promise<Opened> {
  const knex = await emptyDatabase(engine);
  const { connection } = knex.client.config;
  // Knex hides the password from enumeration.
  const open =
    typeof connection === 'string'
      ? connection
      : { ...connection, password: connection.password };
  return { knex, config: { client: 'pg', connection: open } };
}
