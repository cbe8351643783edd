// SPDX-License-Identifier: Apache-2.0
import { TestDatabases } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { migrate } from '../database/migrate';

const databases = TestDatabases.create({
  ids: ['SQLITE_3', 'POSTGRES_18', 'POSTGRES_15'],
  disableDocker: true,
});

/** The engines that this machine offers; `npm test` brings PostgreSQL along. */
export const ENGINES = databases.eachSupportedId();

export type Engine = (typeof ENGINES)[number][0];

/** A fresh, empty database. */
export function emptyDatabase(engine: Engine): Promise<Knex> {
  return databases.init(engine);
}

/** A fresh database with our schema. */
export async function freshDatabase(engine: Engine): Promise<Knex> {
  const knex = await databases.init(engine);
  await migrate(knex);
  return knex;
}
