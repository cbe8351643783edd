// SPDX-License-Identifier: Apache-2.0
import { previewError } from '@preview-environments/backstage-plugin-preview-common';
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
  const { knex, clock } = context;
  const result = await knex.transaction(async trx => {
    const session = await getSession(trx, id, { lock: true });
    if (!session) {
      throw previewError('SessionNotFound', { field: 'id' });
    }
    const alreadyOver = session.desiredState === 'stopped';
    if (alreadyOver) {
      return { session: await loadView(trx, context, session), alreadyOver };
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
    await updateSession(trx, id, patch);
    const after = { ...session, ...patch };
    await recordEvent(
      trx,
      eventOf(caller, 'session.stopped', after, now, reason),
    );
    await insertNotices(trx, noticesOfStop(session, patch, caller.ref, now));
    return { session: await loadView(trx, context, after), alreadyOver };
  });
  if (!result.alreadyOver) {
    announce(context, id);
  }
  return result;
}
