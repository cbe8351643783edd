// SPDX-License-Identifier: Apache-2.0
import { STEP_NAMES } from '@preview-environments/backstage-plugin-preview-common';
import type { Knex } from 'knex';
import { toRecord } from '../columns';
import { STEP_COLUMNS, type StepRecord } from './StepRecord';

/** The timelines of sessions, in order; only of `revision` where given. */
export async function listSteps(
  trx: Knex.Transaction,
  sessionIds: string[],
  revision?: number,
): Promise<StepRecord[]> {
  const query = trx('session_steps').whereIn('session_id', sessionIds);
  if (revision !== undefined) {
    query.where({ revision });
  }
  const rows = await query;
  return rows
    .map(row => toRecord(STEP_COLUMNS, row))
    .sort(
      (a, b) =>
        a.sessionId.localeCompare(b.sessionId) ||
        a.revision - b.revision ||
        STEP_NAMES.indexOf(a.name) - STEP_NAMES.indexOf(b.name),
    );
}
