// SPDX-License-Identifier: Apache-2.0
import { createHash } from 'node:crypto';
import { previewError } from '@preview-environments/backstage-plugin-preview-common';
import type { Knex } from 'knex';
import type { Caller } from '../authorization/Caller';
import { findIdempotencyKey } from '../database/coordination/findIdempotencyKey';
import { insertIdempotencyKey } from '../database/coordination/insertIdempotencyKey';
import type { SessionContext } from './SessionContext';

/** Keeps the answer of a command in the command's own transaction. */
export type Remember = (trx: Knex.Transaction, answer: object) => Promise<void>;

/** Another request with the same key was faster; its answer counts. */
class OvertakenError extends Error {}

/**
 * Runs a command once per caller and key within 24 hours. A repetition gets
 * the kept answer, a different request with the same key is refused.
 *
 * @param request - whatever makes two requests the same one
 * @throws PreviewError `IdempotencyKeyReused`
 */
export async function once<T extends object>(
  { knex, clock }: Pick<SessionContext, 'knex' | 'clock'>,
  caller: Caller,
  key: string | undefined,
  request: unknown[],
  command: (remember: Remember) => Promise<T>,
): Promise<T> {
  if (key === undefined) {
    return command(async () => {});
  }
  const requestHash = createHash('sha256')
    .update(JSON.stringify(request))
    .digest('hex');
  const kept = async () => {
    const found = await knex.transaction(trx =>
      findIdempotencyKey(trx, { caller: caller.ref, key, now: clock.now() }),
    );
    if (found && found.requestHash !== requestHash) {
      throw previewError('IdempotencyKeyReused', { field: 'Idempotency-Key' });
    }
    return found?.body as T | undefined;
  };
  const remember: Remember = async (trx, answer) => {
    const first = await insertIdempotencyKey(trx, {
      caller: caller.ref,
      key,
      requestHash,
      status: 200,
      body: answer,
      createdAt: clock.now(),
    });
    if (!first) {
      throw new OvertakenError();
    }
  };
  const before = await kept();
  if (before) {
    return before;
  }
  try {
    return await command(remember);
  } catch (error) {
    const other = error instanceof OvertakenError ? await kept() : undefined;
    if (!other) {
      throw error;
    }
    return other;
  }
}
