// SPDX-License-Identifier: Apache-2.0
import type { Knex } from 'knex';
import { toRecord } from '../columns';
import {
  ENVIRONMENT_COLUMNS,
  type EnvironmentRecord,
} from './EnvironmentRecord';

/** Who owns a key, or owned it last; see `isFree`. */
export async function getEnvironment(
  trx: Knex.Transaction,
  key: string,
): Promise<EnvironmentRecord | undefined> {
  const row = await trx('environments').where({ key }).first();
  return row && toRecord(ENVIRONMENT_COLUMNS, row);
}
