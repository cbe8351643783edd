// SPDX-License-Identifier: Apache-2.0
import type { Phase } from '@preview-environments/backstage-plugin-preview-common';
import type { Knex } from 'knex';
import { type Columns, type RawRow, toRecord } from '../columns';
import type { SessionRecord } from '../SessionRecord';

/** How many active sessions of a cluster are alike. */
export interface PhaseCount {
  cluster: string;
  phase: Phase;
  backstopState: SessionRecord['backstopState'];
  count: number;
}

const COLUMNS: Columns<PhaseCount> = {
  cluster: 'text',
  phase: 'text',
  backstopState: 'text',
  count: 'number',
};

/** All active sessions, counted. */
export async function countByPhase(
  trx: Knex.Transaction,
): Promise<PhaseCount[]> {
  const rows: RawRow[] = await trx('sessions')
    .whereNull('ended_at')
    .groupBy('cluster', 'phase', 'backstop_state')
    .select('cluster', 'phase', 'backstop_state')
    .count({ count: '*' });
  return rows.map(row => toRecord(COLUMNS, row));
}
