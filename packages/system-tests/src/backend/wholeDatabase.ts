// SPDX-License-Identifier: Apache-2.0
import type { JsonObject } from '@backstage/types';
import knexFactory, { type Knex } from 'knex';
import { randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Engine } from './product';

const PLUGIN = 'preview';

/** A database for whole backends in processes of their own. */
export interface WholeDatabase {
  /** For `backend.database`. `replica` shows in what the database records. */
  config(replica: string): JsonObject;
  /** The tables of our plugin, once a backend has made them. */
  ours(): Knex;
  drop(): Promise<void>;
}

/** One that nobody else uses; SQLite keeps its files in `folder`. */
export async function wholeDatabase(
  engine: Engine,
  folder: string,
): Promise<WholeDatabase> {
  return engine.startsWith('POSTGRES') ? postgres(engine) : sqlite(folder);
}

function sqlite(folder: string): WholeDatabase {
  const directory = join(folder, 'database');
  mkdirSync(directory, { recursive: true });
  const client = 'better-sqlite3';
  let own: Knex | undefined;
  return {
    config: () => ({ client, connection: { directory } }),
    ours() {
      own ??= knexFactory({
        client,
        useNullAsDefault: true,
        connection: { filename: join(directory, `${PLUGIN}.sqlite`) },
      });
      return own;
    },
    drop: async () => own?.destroy(),
  };
}

async function postgres(engine: Engine): Promise<WholeDatabase> {
  const version = engine.replace('_', '');
  const server =
    process.env[`BACKSTAGE_TEST_DATABASE_${version}_CONNECTION_STRING`]!;
  const name = `whole_${randomUUID().replace(/-/g, '')}`;
  const at = new URL(server);
  at.pathname = name;
  const connection = {
    host: at.hostname,
    port: Number(at.port),
    user: decodeURIComponent(at.username),
    password: decodeURIComponent(at.password),
    database: name,
  };
  const admin = knexFactory({ client: 'pg', connection: server });
  await admin.raw('create database ??', [name]);
  let own: Knex | undefined;
  return {
    config: replica => ({
      client: 'pg',
      connection: { ...connection, application_name: replica },
      pluginDivisionMode: 'schema',
    }),
    ours() {
      own ??= knexFactory({ client: 'pg', connection, searchPath: [PLUGIN] });
      return own;
    },
    async drop() {
      await own?.destroy();
      await admin.raw('drop database ?? with (force)', [name]);
      await admin.destroy();
    },
  };
}
