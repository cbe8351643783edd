// SPDX-License-Identifier: Apache-2.0
import {
  mayLookAtBaggage,
  meetsByPrefix,
  type PreviewError,
  previewError,
} from '@preview-environments/backstage-plugin-preview-common';
import type { Knex } from 'knex';
import type { SessionRecord } from '../../database/SessionRecord';
import { listTakers } from '../../database/sessions/listTakers';

type Taker = Pick<
  SessionRecord,
  'key' | 'cluster' | 'namespace' | 'target' | 'traffic'
>;

/**
 * Why a filter cannot be used beside those of other previews of the target:
 * one of the two is the operator's default, and their keys begin alike. What
 * is equal is found by an index; this is not. Call with the quota lock held.
 */
export async function metFilter(
  trx: Knex.Transaction,
  taker: Taker,
): Promise<PreviewError | null> {
  const { filter, mode } = taker.traffic;
  if (mode !== 'steal' || filter === null || !mayLookAtBaggage(filter)) {
    return null;
  }
  const mine = { key: taker.key, filter };
  const other = (await listTakers(trx, taker)).find(
    ({ key, traffic }) =>
      key !== taker.key &&
      traffic.mode === 'steal' &&
      traffic.filter !== null &&
      meetsByPrefix(mine, { key, filter: traffic.filter }),
  );
  return other
    ? previewError('FilterConflict', {
        message: `The filter "mirrord-default" does not keep the keys ${taker.key} and ${other.key} apart, since one begins like the other.`,
        hint: 'Use a key that does not begin like another one, or a filter of type "header".',
        field: 'key',
      })
    : null;
}

/** @throws PreviewError `FilterConflict` */
export async function refuseMetFilter(
  trx: Knex.Transaction,
  taker: Taker,
): Promise<void> {
  const refusal = await metFilter(trx, taker);
  if (refusal) {
    throw refusal;
  }
}
