// SPDX-License-Identifier: Apache-2.0
import type { NewNotice } from '../../notifications/Notice';
import type { Columns } from '../columns';

/** One row of `notices`. */
export interface NoticeRecord extends Omit<NewNotice, 'dueAt'> {
  /**
   * When to send it, or, while somebody is at it, when another may take it
   * over; `null` when it is dealt with.
   */
  dueAt: number | null;
  /** Failed tries so far, the one under way included. */
  attempts: number;
}

export const NOTICE_COLUMNS: Columns<NoticeRecord> = {
  id: 'text',
  sessionId: 'text',
  notice: 'json',
  actor: 'text',
  createdAt: 'number',
  dueAt: 'number',
  attempts: 'number',
};
