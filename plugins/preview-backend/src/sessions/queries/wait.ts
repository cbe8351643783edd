// SPDX-License-Identifier: Apache-2.0
import {
  type SignOffDecision,
  type WaitQuery,
  verdictOf,
} from '@preview-environments/backstage-plugin-preview-common';
import type { SessionRecord } from '../../database/SessionRecord';
import { listSignOffs } from '../../database/signOffs/listSignOffs';
import { sleepUntil } from '../../lifecycle/clock';
import { isGivenUp } from '../isGivenUp';
import type { SessionContext } from '../SessionContext';
import { getRecord } from './get';

const LONGEST = 25_000;
/** Another replica may have made the change, so the row is read anyway. */
const LOOK_AGAIN = 2_000;

type Context = Pick<SessionContext, 'knex' | 'clock' | 'events'>;

interface Seen {
  session: SessionRecord;
  /** What people said; asked only where it is waited for. */
  said: SignOffDecision | null;
}

type Judge = (seen: Seen) => boolean;

const DONE: Record<WaitQuery['for'], Judge> = {
  ready: ({ session }) =>
    session.phase === 'ready' &&
    session.servingRevision === session.revision &&
    session.desiredState === 'running',
  stopped: ({ session }) => session.endedAt !== null,
  approved: ({ said }) => said === 'approved',
};

/** Whether waiting on makes no sense. */
const HOPELESS: Record<WaitQuery['for'], Judge> = {
  ready: ({ session }) => session.endedAt !== null || isGivenUp(session),
  stopped: () => false,
  approved: ({ session, said }) =>
    session.endedAt !== null || said === 'rejected',
};

/**
 * Holds until it is so, hopeless, the time is over, or the client is gone.
 * Woken by changes in this process.
 */
export async function waitFor(
  context: Context,
  id: string,
  query: WaitQuery,
  signal: AbortSignal,
): Promise<{ session: SessionRecord; done: boolean }> {
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
      const seen = await look(context, id, query);
      const done = DONE[query.for](seen);
      const settled = done || HOPELESS[query.for](seen);
      if (settled || clock.now() >= end || signal.aborted) {
        return { session: seen.session, done };
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

async function look(
  context: Context,
  id: string,
  query: WaitQuery,
): Promise<Seen> {
  const session = await getRecord(context, id);
  if (query.for !== 'approved') {
    return { session, said: null };
  }
  const signOffs = await context.knex.transaction(trx => listSignOffs(trx, id));
  const counting = signOffs
    .filter(({ voidAt }) => voidAt === null)
    .map(({ decision }) => ({ decision, void: null }));
  return { session, said: verdictOf(counting) };
}
