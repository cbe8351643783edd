// SPDX-License-Identifier: Apache-2.0
import type { Knex } from 'knex';
import { toRecord } from '../columns';
import {
  ENVIRONMENT_COLUMNS,
  type EnvironmentRecord,
} from './EnvironmentRecord';

/** Who owns these keys. */
export async function findEnvironments(
  trx: Knex.Transaction,
  keys: string[],
): Promise<EnvironmentRecord[]> {
  const rows = await trx('environments').whereIn('key', keys);
  return rows.map(row => toRecord(ENVIRONMENT_COLUMNS, row));
}
