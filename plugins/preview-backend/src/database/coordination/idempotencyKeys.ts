// SPDX-License-Identifier: Apache-2.0
import type { Columns } from '../columns';

/** How long an answer is repeated for the same `Idempotency-Key`. */
export const IDEMPOTENCY_KEPT_FOR = 24 * 60 * 60 * 1000;

/** One row of `idempotency_keys`: the answer to a request that was made. */
export interface IdempotencyRecord {
  /** Who asked: entity ref or service subject. */
  caller: string;
  key: string;
  /** Hash of method, path and body, hex. */
  requestHash: string;
  status: number;
  body: unknown;
  createdAt: number;
}

export const IDEMPOTENCY_COLUMNS: Columns<IdempotencyRecord> = {
  caller: 'text',
  key: 'text',
  requestHash: 'text',
  status: 'number',
  body: 'json',
  createdAt: 'number',
};
