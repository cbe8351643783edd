// SPDX-License-Identifier: Apache-2.0
import type { Knex } from 'knex';
import type { SessionRecord } from '../SessionRecord';

/** Whose sessions to count. */
export type QuotaSubject = Pick<
  SessionRecord,
  'createdBy' | 'ownerRef' | 'entityRef' | 'cluster'
>;

export interface ActiveCounts {
  perUser: number;
  perOwner: number;
  perEntity: number;
  perCluster: number;
}

/** Active sessions of ours in each of the four scopes that quotas know. */
export async function countActive(
  trx: Knex.Transaction,
  subject: QuotaSubject,
): Promise<ActiveCounts> {
  const scopes: [keyof ActiveCounts, string, string][] = [
    ['perUser', 'created_by', subject.createdBy],
    ['perOwner', 'owner_ref', subject.ownerRef],
    ['perEntity', 'entity_ref', subject.entityRef],
    ['perCluster', 'cluster', subject.cluster],
  ];
  const query = trx('sessions')
    .where({ origin: 'portal' })
    .whereNull('ended_at');
  for (const [scope, column, value] of scopes) {
    query.select(
      trx.raw('sum(case when ?? = ? then 1 else 0 end) as ??', [
        column,
        value,
        scope,
      ]),
    );
  }
  const [row] = await query.where(any => {
    for (const [, column, value] of scopes) {
      any.orWhere(column, value);
    }
  });
  return {
    perUser: Number(row.perUser ?? 0),
    perOwner: Number(row.perOwner ?? 0),
    perEntity: Number(row.perEntity ?? 0),
    perCluster: Number(row.perCluster ?? 0),
  };
}
