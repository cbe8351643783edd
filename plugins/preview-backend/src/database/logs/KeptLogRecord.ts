// SPDX-License-Identifier: Apache-2.0
import type { Columns } from '../columns';

/** One row of `kept_logs`: the end of the log of one container. */
export interface KeptLogRecord {
  sessionId: string;
  container: string;
  /** Of the container's life before its last restart. */
  previous: boolean;
  /** The main container has 0. */
  position: number;
  /** Redacted. */
  text: string;
  keptAt: number;
}

export const KEPT_LOG_COLUMNS: Columns<KeptLogRecord> = {
  sessionId: 'text',
  container: 'text',
  previous: 'boolean',
  position: 'number',
  text: 'text',
  keptAt: 'number',
};
