// SPDX-License-Identifier: Apache-2.0
import type { Knex } from 'knex';
import { toRow } from '../columns';
import { STEP_COLUMNS, type StepRecord } from './StepRecord';

/** Writes steps of timelines, new or changed. */
export async function saveSteps(
  trx: Knex.Transaction,
  steps: StepRecord[],
): Promise<void> {
  if (steps.length === 0) {
    return;
  }
  await trx('session_steps')
    .insert(steps.map(step => toRow(STEP_COLUMNS, step)))
    .onConflict(['session_id', 'revision', 'name'])
    .merge();
}
