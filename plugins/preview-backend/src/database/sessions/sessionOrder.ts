// SPDX-License-Identifier: Apache-2.0
import type { SessionRecord } from '../SessionRecord';

/** Stands for "no end" in sorted lists; the index of the migration has it. */
export const NEVER = Number.MAX_SAFE_INTEGER;

/** What lists can be sorted by. */
export type SessionSort = 'createdAt' | 'expiresAt' | 'key';

export interface SessionOrder {
  by: SessionSort;
  direction: 'asc' | 'desc';
}

/** Where a page ends: the sort value and id of its last row. */
export interface Keyset {
  value: number | string;
  id: string;
}

/** SQL that an index covers, by sort. */
export const SORT_SQL: Record<SessionSort, string> = {
  createdAt: 'created_at',
  expiresAt: `coalesce(expires_at, ${NEVER})`,
  key: 'key',
};

/** The keyset that starts the page after this session. */
export function keysetOf(session: SessionRecord, sort: SessionSort): Keyset {
  const value: Record<SessionSort, number | string> = {
    createdAt: session.createdAt,
    expiresAt: session.expiresAt ?? NEVER,
    key: session.key,
  };
  return { value: value[sort], id: session.id };
}
