// SPDX-License-Identifier: Apache-2.0
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';

/** Where the migrations of this package are, for Knex. */
export function migrationsDirectory(): string {
  return resolvePackagePath(
    '@preview-environments/backstage-plugin-preview-backend',
    'migrations',
  );
}

/** Brings the schema up to date. Safe to call from several replicas at once. */
export async function migrate(knex: Knex): Promise<void> {
  await knex.migrate.latest({ directory: migrationsDirectory() });
}
