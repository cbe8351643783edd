// SPDX-License-Identifier: Apache-2.0
import {
  type PreviewError,
  type StopEnvironmentResponse,
  previewError,
} from '@preview-environments/backstage-plugin-preview-common';
import { recordEvent } from '../../audit/recordEvent';
import type { Caller } from '../../authorization/Caller';
import type { SessionRecord } from '../../database/SessionRecord';
import { listSessions } from '../../database/sessions/listSessions';
import type { Restrict } from '../../database/sessions/sessionFilter';
import type { SessionContext } from '../SessionContext';
import { stop } from './stop';

const MOST = 1000;

/**
 * Stops every preview of a key that the caller may stop, lists the others.
 *
 * @throws PreviewError `EnvironmentNotFound` without an active preview
 */
export async function stopEnvironment(
  context: SessionContext,
  caller: Caller,
  key: string,
  { reason, dryRun = false }: { reason?: string; dryRun?: boolean },
  restrict: Restrict | 'none' | undefined,
  judge: (session: SessionRecord) => PreviewError | null,
): Promise<StopEnvironmentResponse> {
  const sessions = await activeOf(context, key, restrict);
  if (sessions.length === 0) {
    throw previewError('EnvironmentNotFound', { field: 'key' });
  }
  const response: StopEnvironmentResponse = {
    dryRun,
    stopped: [],
    skipped: [],
  };
  for (const session of sessions) {
    const { id, entityRef } = session;
    const objection = judge(session);
    if (objection) {
      const { code, message } = objection;
      response.skipped.push({ id, entityRef, code, message });
    } else {
      response.stopped.push({ id, entityRef });
      if (!dryRun) {
        await stop(context, caller, id, reason || null);
      }
    }
  }
  if (!dryRun && response.stopped.length > 0) {
    await recordStop(context, caller, key, reason || null);
  }
  return response;
}

async function activeOf(
  { knex }: SessionContext,
  key: string,
  restrict: Restrict | 'none' | undefined,
): Promise<SessionRecord[]> {
  return restrict === 'none'
    ? []
    : knex.transaction(trx =>
        listSessions(trx, {
          filter: { key, active: true },
          order: { by: 'createdAt', direction: 'asc' },
          limit: MOST,
          restrict,
        }),
      );
}

async function recordStop(
  { knex, clock, random }: SessionContext,
  caller: Caller,
  key: string,
  reason: string | null,
): Promise<void> {
  await knex.transaction(trx =>
    recordEvent(trx, {
      identity: ['environment.stopped', random.uuid()],
      action: 'environment.stopped',
      at: clock.now(),
      actor: caller.ref,
      via: caller.via,
      requestId: caller.requestId,
      key,
      reason,
    }),
  );
}
