// SPDX-License-Identifier: Apache-2.0
import type { SignOffVoidReason } from '@preview-environments/backstage-plugin-preview-common';
import type { Knex } from 'knex';
import { toRecord } from '../columns';
import { SIGN_OFF_COLUMNS, type SignOffRecord } from './SignOffRecord';

/** Which sign-offs of a session. */
export interface SignOffChoice {
  sessionId: string;
  /** Only of this person. */
  by?: string;
  /** Only of this revision. */
  revision?: number;
}

/**
 * Makes sign-offs that count void.
 *
 * @returns those that were made void just now
 */
export async function voidSignOffs(
  trx: Knex.Transaction,
  { sessionId, by, revision }: SignOffChoice,
  { at, why }: { at: number; why: SignOffVoidReason },
): Promise<SignOffRecord[]> {
  const rows = await trx('sign_offs')
    .where({
      session_id: sessionId,
      ...(by !== undefined && { by }),
      ...(revision !== undefined && { revision }),
    })
    .whereNull('void_at')
    .update({ void_at: at, void_why: why })
    .returning('*');
  return rows.map(row => toRecord(SIGN_OFF_COLUMNS, row));
}
