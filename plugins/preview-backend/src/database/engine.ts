// SPDX-License-Identifier: Apache-2.0
import type { Knex } from 'knex';

/** Whether several processes may write at once: PostgreSQL, not SQLite. */
export function isPostgres(knex: Knex): boolean {
  return String(knex.client.config.client).includes('pg');
}
