// SPDX-License-Identifier: Apache-2.0
import type { Knex } from 'knex';
import { type Columns, type RawRow, toRecord } from '../columns';
import type { Restrict } from '../sessions/sessionFilter';
import { TRAFFIC_COLUMNS, type TrafficRecord } from './TrafficRecord';

/** An interval with the people behind it. */
export interface TrafficWithPeople extends TrafficRecord {
  key: string;
  startedBy: string;
  claimedActor: string | null;
  /** Who asked for the revision. */
  imageBy: string;
}

export interface TrafficListQuery {
  entityRef: string;
  /** Epoch milliseconds, both included. */
  from: number;
  to: number;
  limit: number;
  /** The page after this interval. */
  after?: Pick<TrafficRecord, 'fromAt' | 'sessionId' | 'revision'>;
  /** Condition of a permission decision, on `sessions`. */
  restrict?: Restrict;
}

const COLUMNS: Columns<TrafficWithPeople> = {
  ...TRAFFIC_COLUMNS,
  key: 'text',
  startedBy: 'text',
  claimedActor: 'text',
  imageBy: 'text',
};

/** Intervals of an entity with a moment in common with the asked one. */
export async function listTraffic(
  trx: Knex.Transaction,
  { entityRef, from, to, limit, after, restrict }: TrafficListQuery,
): Promise<TrafficWithPeople[]> {
  const query = trx('traffic_intervals as t')
    .join('sessions as s', 's.id', 't.session_id')
    .join('session_revisions as r', {
      'r.session_id': 't.session_id',
      'r.number': 't.revision',
    })
    .where('t.entity_ref', entityRef)
    .where('t.from_at', '<=', to)
    .where(open => open.whereNull('t.to_at').orWhere('t.to_at', '>=', from))
    .orderBy(['t.from_at', 't.session_id', 't.revision'])
    .limit(limit)
    .select('t.*', 's.key', {
      started_by: 's.created_by',
      claimed_actor: 's.claimed_actor',
      image_by: 'r.by',
    });
  if (after) {
    query.whereRaw('(t.from_at, t.session_id, t.revision) > (?, ?, ?)', [
      after.fromAt,
      after.sessionId,
      after.revision,
    ]);
  }
  if (restrict) {
    query.whereIn('t.session_id', visible =>
      visible
        .select('id')
        .from('sessions')
        .where(inner => restrict(inner)),
    );
  }
  const rows: RawRow[] = await query;
  return rows.map(row => toRecord(COLUMNS, row));
}
