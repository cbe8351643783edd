// SPDX-License-Identifier: Apache-2.0
import {
  type PreviewError,
  type StopEnvironmentResponse,
  previewError,
} from '@preview-environments/backstage-plugin-preview-common';
import { recordEvent } from '../../audit/recordEvent';
import type { Caller } from '../../authorization/Caller';
import type { SessionRecord } from '../../database/SessionRecord';
import { getSession } from '../../database/sessions/getSession';
import { listSessions } from '../../database/sessions/listSessions';
import type { Restrict } from '../../database/sessions/sessionFilter';
import { announce, type SessionContext } from '../SessionContext';
import { stopLocked } from './stop';

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
    }
  }
  if (!dryRun) {
    await stopAll(context, caller, key, reason || null, response);
  }
  return response;
}

/** All of them with the event that tells of them together, or nothing. */
async function stopAll(
  context: SessionContext,
  caller: Caller,
  key: string,
  reason: string | null,
  { stopped, skipped }: StopEnvironmentResponse,
): Promise<void> {
  const done = await context.knex.transaction(async trx => {
    const ids: string[] = [];
    for (const { id } of stopped) {
      const session = await getSession(trx, id, { lock: true });
      if (
        session &&
        (await stopLocked(trx, context, caller, session, reason)) !== null
      ) {
        ids.push(id);
      }
    }
    if (ids.length > 0) {
      await recordEvent(trx, {
        identity: ['environment.stopped', context.random.uuid()],
        action: 'environment.stopped',
        at: context.clock.now(),
        actor: caller.ref,
        via: caller.via,
        requestId: caller.requestId,
        key,
        reason,
        changes: `stopped: ${ids.length} of ${ids.length + skipped.length}`,
      });
    }
    return ids;
  });
  done.forEach(id => announce(context, id));
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
