// SPDX-License-Identifier: Apache-2.0
import type { Knex } from 'knex';
import { toRow } from '../columns';
import { TRAFFIC_COLUMNS, type TrafficRecord } from './TrafficRecord';

/** Notes that from now on requests can reach a revision. */
export async function openTraffic(
  trx: Knex.Transaction,
  interval: TrafficRecord,
): Promise<void> {
  await trx('traffic_intervals')
    .insert(toRow(TRAFFIC_COLUMNS, interval))
    .onConflict(['session_id', 'from_at', 'revision'])
    .merge();
}
