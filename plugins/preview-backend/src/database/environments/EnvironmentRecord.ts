// SPDX-License-Identifier: Apache-2.0
import type { Columns } from '../columns';

/** One row of `environments`: who owns a key. */
export interface EnvironmentRecord {
  key: string;
  ownerRef: string;
  createdAt: number;
  /** When its last session ended; `null` while one is active. */
  lastEndedAt: number | null;
}

export const ENVIRONMENT_COLUMNS: Columns<EnvironmentRecord> = {
  key: 'text',
  ownerRef: 'text',
  createdAt: 'number',
  lastEndedAt: 'number',
};

/** How long a key stays its owner's after its last session ended. */
export const KEY_KEPT_FOR = 24 * 60 * 60 * 1000;

/** Whether anybody may take the key at `now`. */
export function isFree(
  environment: EnvironmentRecord | undefined,
  now: number,
): boolean {
  return (
    environment === undefined ||
    (environment.lastEndedAt !== null &&
      environment.lastEndedAt + KEY_KEPT_FOR <= now)
  );
}
