// SPDX-License-Identifier: Apache-2.0
import type {
  SignOffDecision,
  SignOffVoidReason,
} from '@preview-environments/backstage-plugin-preview-common';
import type { Columns } from '../columns';

/** One row of `sign_offs`. */
export interface SignOffRecord {
  id: string;
  sessionId: string;
  revision: number;
  /** Image digests that ran when it was given. */
  digests: string[];
  decision: SignOffDecision;
  comment: string | null;
  by: string;
  at: number;
  /** `null` while it counts; at most one of a person and session does. */
  voidAt: number | null;
  voidWhy: SignOffVoidReason | null;
}

export const SIGN_OFF_COLUMNS: Columns<SignOffRecord> = {
  id: 'text',
  sessionId: 'text',
  revision: 'number',
  digests: 'json',
  decision: 'text',
  comment: 'text',
  by: 'text',
  at: 'number',
  voidAt: 'number',
  voidWhy: 'text',
};
