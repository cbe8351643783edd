// SPDX-License-Identifier: Apache-2.0
import type { Knex } from 'knex';
import { type Columns, toRecord, toRow } from '../columns';
import type { SessionRecord } from '../SessionRecord';

/** How evidence from a log looks in the column that holds it. */
const FROM_LOG = '%"kind":"log"%';

const COLUMNS: Columns<Pick<SessionRecord, 'id' | 'failure'>> = {
  id: 'text',
  failure: 'json',
};

/** Takes log lines out of the failures of sessions that ended in a span of time. */
export async function forgetLogEvidence(
  trx: Knex.Transaction,
  { from, before }: { from: number; before: number },
): Promise<void> {
  const rows = await trx('sessions')
    .where('ended_at', '>=', from)
    .where('ended_at', '<', before)
    .whereNotNull('failure')
    .whereLike('failure', FROM_LOG)
    .select('id', 'failure');
  for (const row of rows) {
    const { id, failure } = toRecord(COLUMNS, row);
    await trx('sessions')
      .where({ id })
      .update(toRow(COLUMNS, { failure: failure && withoutLog(failure) }));
  }
}

function withoutLog(
  failure: NonNullable<SessionRecord['failure']>,
): SessionRecord['failure'] {
  return {
    ...failure,
    evidence: failure.evidence.filter(({ kind }) => kind !== 'log'),
  };
}
