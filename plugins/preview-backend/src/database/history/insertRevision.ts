// SPDX-License-Identifier: Apache-2.0
import { STEP_NAMES } from '@preview-environments/backstage-plugin-preview-common';
import type { Knex } from 'knex';
import { toRow } from '../columns';
import { REVISION_COLUMNS, type RevisionRecord } from './RevisionRecord';
import { saveSteps } from './saveSteps';
import type { StepRecord } from './StepRecord';

const PASSED_BEFORE = ['accepted', 'policy'];

/**
 * Begins a revision: its row and its timeline, of which *accepted* and
 * *policy* are done, since nothing is written before they are.
 */
export async function insertRevision(
  trx: Knex.Transaction,
  revision: RevisionRecord,
): Promise<void> {
  await trx('session_revisions').insert(toRow(REVISION_COLUMNS, revision));
  await saveSteps(
    trx,
    STEP_NAMES.map((name): StepRecord => {
      const passed = PASSED_BEFORE.includes(name);
      return {
        sessionId: revision.sessionId,
        revision: revision.number,
        name,
        status: passed ? 'done' : 'pending',
        at: passed ? revision.at : null,
        message: null,
      };
    }),
  );
}
