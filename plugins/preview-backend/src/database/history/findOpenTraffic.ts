// SPDX-License-Identifier: Apache-2.0
import type { Knex } from 'knex';
import { toRecord } from '../columns';
import { TRAFFIC_COLUMNS, type TrafficRecord } from './TrafficRecord';

/** The interval of a session that lasts, or `null`. */
export async function findOpenTraffic(
  trx: Knex.Transaction,
  sessionId: string,
): Promise<TrafficRecord | null> {
  const row = await trx('traffic_intervals')
    .where({ session_id: sessionId })
    .whereNull('to_at')
    .orderBy('from_at', 'desc')
    .first();
  return row ? toRecord(TRAFFIC_COLUMNS, row) : null;
}
