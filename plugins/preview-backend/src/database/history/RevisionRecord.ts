// SPDX-License-Identifier: Apache-2.0
import type { Columns } from '../columns';

/** One row of `session_revisions`. */
export interface RevisionRecord {
  sessionId: string;
  number: number;
  image: string;
  /** Image digests seen in its pods, without duplicates. */
  digests: string[];
  at: number;
  by: string;
}

export const REVISION_COLUMNS: Columns<RevisionRecord> = {
  sessionId: 'text',
  number: 'number',
  image: 'text',
  digests: 'json',
  at: 'number',
  by: 'text',
};
