// SPDX-License-Identifier: Apache-2.0
import type { Knex } from 'knex';
import type { SessionRecord } from '../../database/SessionRecord';
import { insertSession } from '../../database/sessions/insertSession';
import { updateSession } from '../../database/sessions/updateSession';
import { aSession, withFields } from '../../testUtils/aSession';
import { ENGINES, freshDatabase } from '../../testUtils/databases';
import { TestClock } from '../../testUtils/TestClock';
import { SessionEvents } from '../SessionEvents';
import { waitFor } from './wait';

jest.setTimeout(30_000);

const { signal } = new AbortController();
const serving = {
  phase: 'ready',
  servingRevision: 1,
  revision: 1,
} as const;
const givenUp = { ...serving, revision: 2, failedRevision: 2 };

describe.each(ENGINES)('waiting for ready, on %s', engine => {
  let knex: Knex;

  beforeAll(async () => {
    knex = await freshDatabase(engine);
  });
  afterEach(() => knex('sessions').delete());

  async function house(fields: Partial<SessionRecord>) {
    const session = aSession(withFields(fields));
    await knex.transaction(trx => insertSession(trx, session));
    const clock = new TestClock();
    return { session, context: { knex, clock, events: new SessionEvents() } };
  }

  // The clock stands still: who does not answer at once never does.
  it.each<[string, Partial<SessionRecord>, boolean]>([
    ['what serves', serving, true],
    ['what failed', { phase: 'failed' }, false],
    ['an update that was given up', givenUp, false],
    [
      'an update given up, seen before it is called ready again',
      { ...givenUp, phase: 'updating' },
      false,
    ],
  ])('answers at once for %s', async (_, fields, done) => {
    const { session, context } = await house(fields);
    const query = { for: 'ready' } as const;
    const answer = await waitFor(context, session.id, query, signal);
    expect(answer.done).toBe(done);
  });

  it('wakes when the update is given up meanwhile', async () => {
    const { session, context } = await house({
      ...serving,
      phase: 'updating',
      revision: 2,
    });
    const asleep = new Promise<void>(resolve => {
      jest.spyOn(context.clock, 'setTimer').mockImplementationOnce(() => {
        resolve();
        return () => {};
      });
    });
    const query = { for: 'ready' } as const;
    const answer = waitFor(context, session.id, query, signal);
    await asleep;
    await knex.transaction(trx => updateSession(trx, session.id, givenUp));
    context.events.changed(session.id);
    expect(await answer).toMatchObject({
      done: false,
      session: { failedRevision: 2 },
    });
  });
});
