// SPDX-License-Identifier: Apache-2.0
import { previewError } from '@preview-environments/backstage-plugin-preview-common';
import type { Knex } from 'knex';
import { nextEventTime } from '../../audit/nextEventTime';
import { recordEvent } from '../../audit/recordEvent';
import type { Caller } from '../../authorization/Caller';
import { insertNotices } from '../../database/notices/insertNotices';
import type { SessionRecord } from '../../database/SessionRecord';
import { getSession } from '../../database/sessions/getSession';
import { updateSession } from '../../database/sessions/updateSession';
import { noticesOfStop } from '../../notifications/noticesOfStop';
import { announce, type SessionContext } from '../SessionContext';
import type { StopResult } from '../SessionsService';
import { loadView } from '../view/loadViews';
import { eventOf } from './eventOf';

/** Asks for the end of a session. Stopping what is over changes nothing. */
export async function stop(
  context: SessionContext,
  caller: Caller,
  id: string,
  reason: string | null,
): Promise<StopResult> {
  const result = await context.knex.transaction(async trx => {
    const session = await getSession(trx, id, { lock: true });
    if (!session) {
      throw previewError('SessionNotFound', { field: 'id' });
    }
    const after = await stopLocked(trx, context, caller, session, reason);
    return {
      session: await loadView(trx, context, after ?? session),
      alreadyOver: after === null,
    };
  });
  if (!result.alreadyOver) {
    announce(context, id);
  }
  return result;
}

/**
 * The stop itself. Call with the row locked, and announce it after the commit.
 *
 * @returns the session after it, or `null` when it was over already
 */
export async function stopLocked(
  trx: Knex.Transaction,
  { clock }: Pick<SessionContext, 'clock'>,
  caller: Caller,
  session: SessionRecord,
  reason: string | null,
): Promise<SessionRecord | null> {
  if (session.desiredState === 'stopped') {
    return null;
  }
  const now = clock.now();
  const patch: Partial<SessionRecord> = {
    desiredState: 'stopped',
    desiredBy: caller.ref,
    desiredReason: reason,
    desiredAt: now,
    // A failed session that is cleared away has failed all the same.
    desiredEndReason:
      session.phase === 'failed'
        ? session.desiredEndReason ?? 'failed'
        : 'stopped',
    generation: session.generation + 1,
    nextRunAt: now,
    attempt: 0,
  };
  await updateSession(trx, session.id, patch);
  const after = { ...session, ...patch };
  const at = await nextEventTime(trx, session.id, now);
  await recordEvent(trx, eventOf(caller, 'session.stopped', after, at, reason));
  await insertNotices(trx, noticesOfStop(session, patch, caller.ref, now));
  return after;
}
