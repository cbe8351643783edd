// SPDX-License-Identifier: Apache-2.0
import type { Knex } from 'knex';
import type { NewNotice } from '../../notifications/Notice';
import { toRow } from '../columns';
import { NOTICE_COLUMNS } from './NoticeRecord';

/**
 * Notes what people are to be told, in the transaction of the change. What
 * was noted before stays as it is, whether it was sent or not.
 */
export async function insertNotices(
  trx: Knex.Transaction,
  notices: NewNotice[],
): Promise<void> {
  if (notices.length === 0) {
    return;
  }
  const rows = notices.map(notice =>
    toRow(NOTICE_COLUMNS, { ...notice, attempts: 0 }),
  );
  await trx('notices').insert(rows).onConflict('id').ignore();
}
