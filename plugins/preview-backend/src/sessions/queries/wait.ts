// SPDX-License-Identifier: Apache-2.0
import type { WaitQuery } from '@preview-environments/backstage-plugin-preview-common';
import type { SessionRecord } from '../../database/SessionRecord';
import { sleepUntil } from '../../lifecycle/clock';
import type { SessionContext } from '../SessionContext';
import { getRecord } from './get';

const LONGEST = 25_000;
/** Another replica may have made the change, so the row is read anyway. */
const LOOK_AGAIN = 2_000;

/** Whether what is waited for is so, or can no longer become so. */
export function isDone(
  session: SessionRecord,
  what: WaitQuery['for'],
): boolean {
  return what === 'stopped'
    ? session.endedAt !== null
    : what === 'ready' &&
        session.phase === 'ready' &&
        session.servingRevision === session.revision &&
        session.desiredState === 'running';
}

/** Whether waiting on makes no sense. */
function isHopeless(session: SessionRecord, what: WaitQuery['for']): boolean {
  return (
    what === 'ready' && (session.endedAt !== null || session.phase === 'failed')
  );
}

/**
 * Holds until it is so, hopeless, the time is over, or the client is gone.
 * Woken by changes in this process.
 */
export async function waitFor(
  context: Pick<SessionContext, 'knex' | 'clock' | 'events'>,
  id: string,
  query: WaitQuery,
  signal: AbortSignal,
): Promise<SessionRecord> {
  const { clock, events } = context;
  const asked = query.timeout === undefined ? LONGEST : query.timeout * 1000;
  const end = clock.now() + Math.min(asked, LONGEST);
  for (;;) {
    const wake = new AbortController();
    const unsubscribe = events.subscribe(changed => {
      if (changed === id) {
        wake.abort();
      }
    });
    try {
      const session = await getRecord(context, id);
      const settled =
        isDone(session, query.for) || isHopeless(session, query.for);
      if (settled || clock.now() >= end || signal.aborted) {
        return session;
      }
      await sleepUntil(
        clock,
        Math.min(end, clock.now() + LOOK_AGAIN),
        AbortSignal.any([wake.signal, signal]),
      );
    } finally {
      unsubscribe();
    }
  }
}
