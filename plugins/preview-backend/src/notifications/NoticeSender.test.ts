// SPDX-License-Identifier: Apache-2.0
import { mockServices } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { insertNotices } from '../database/notices/insertNotices';
import {
  aSession,
  endingIn,
  insertStarted,
  numbered,
  TEST_START,
  withFields,
} from '../testUtils/aSession';
import { ENGINES, freshDatabase } from '../testUtils/databases';
import { RecordingNotifications } from '../testUtils/RecordingNotifications';
import { TestClock } from '../testUtils/TestClock';
import { testRandom } from '../testUtils/testRandom';
import { dueNow } from './Notice';
import { NoticeSender } from './NoticeSender';
import { warningsFor } from './warnings';

// Many turns are taken, each with statements of its own.
jest.setTimeout(60_000);

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const DAY = 24 * 60 * MINUTE;

describe.each(ENGINES)('notices on %s', engine => {
  let knex: Knex;
  let clock: TestClock;
  let notifications: RecordingNotifications;
  let senders: NoticeSender[];
  const logger = mockServices.logger.mock();
  const ready = withFields({ phase: 'ready', servingRevision: 1 });

  beforeEach(async () => {
    knex = await freshDatabase(engine);
    clock = new TestClock();
    notifications = new RecordingNotifications();
    senders = [];
    logger.warn.mockClear();
  });
  afterEach(async () => {
    await Promise.all(senders.map(sender => sender.stop()));
    if (clock.pending > 0) {
      throw new Error('A timer was left behind');
    }
  });

  const senderOf = (service: RecordingNotifications, time: TestClock) =>
    new NoticeSender({
      ...{ knex, logger, clock: time, notifications: service },
      random: testRandom(1),
      page: '/previews',
    });
  const replica = async () => {
    const sender = senderOf(notifications, clock);
    senders.push(sender);
    await sender.start();
  };
  const pass = async (ms: number, step = ms) => {
    for (let passed = 0; passed < ms; passed += step) {
      clock.advance(step);
      await Promise.all(senders.map(sender => sender.idle()));
    }
  };
  /** Sessions that are ready, which is to be told. */
  const begin = (count: number) =>
    knex.transaction(async trx => {
      for (let n = 1; n <= count; n += 1) {
        const session = aSession(numbered(n), ready);
        const notice = {
          kind: 'ready' as const,
          revision: 1,
          image: session.image,
        };
        await insertStarted(trx, session);
        await insertNotices(trx, [dueNow(session, notice, 1, TEST_START)]);
        await insertNotices(trx, [dueNow(session, notice, 1, TEST_START)]);
      }
    });
  const open = () => knex('notices').whereNotNull('due_at');

  it('are sent once, however many replicas there are', async () => {
    await begin(25);
    await Promise.all([replica(), replica(), replica()]);
    await pass(10 * MINUTE, MINUTE);
    expect(notifications.tries).toBe(25);
    expect(new Set(notifications.scopes).size).toBe(25);
    expect(await open()).toEqual([]);
  });

  it('are sent again under the same scope when the answer was lost', async () => {
    await begin(1);
    notifications.fates.push('lost-answer');
    await replica();
    await pass(10 * SECOND, 2 * SECOND);
    expect(notifications.scopes).toHaveLength(2);
    expect(new Set(notifications.scopes).size).toBe(1);
  });

  it('are taken over from a replica that is gone', async () => {
    await begin(1);
    const silent = new RecordingNotifications();
    silent.fates.push('no-answer');
    // Time stands still for it, so it never comes back from its call.
    const gone = senderOf(silent, new TestClock());
    gone.start().catch(() => {});
    while (silent.tries === 0) {
      await new Promise(resolve => setImmediate(resolve));
    }
    await replica();
    await pass(28 * SECOND, 2 * SECOND);
    expect(notifications.tries).toBe(0);
    await pass(4 * SECOND, 2 * SECOND);
    expect(notifications.scopes).toEqual(silent.scopes);
    expect(await open()).toEqual([]);
  });

  it('wait for a portal that cannot take them, and say so once', async () => {
    await begin(2);
    notifications.fates.push(...Array(20).fill('refused'));
    await replica();
    await pass(10 * MINUTE, 2 * SECOND);
    expect(notifications.sent).toHaveLength(2);
    expect(logger.warn).toHaveBeenCalledTimes(1);
    expect(logger.warn.mock.calls[0][0]).toContain(
      'is the notifications plugin installed?',
    );
  });

  it('are given up when nobody takes them for long', async () => {
    await begin(1);
    notifications.fates.push(...Array(1000).fill('refused'));
    await replica();
    await pass(3 * 60 * MINUTE, MINUTE);
    const { tries } = notifications;
    expect(tries).toBe(60);
    await pass(60 * MINUTE, MINUTE);
    expect(notifications.tries).toBe(tries);
    expect(await open()).toEqual([]);
  });

  it('warn of a deadline in time, but not of one that moved', async () => {
    const leads = [2 * 60 * MINUTE, 15 * MINUTE];
    const session = aSession(ready, endingIn(8 * 60 * MINUTE));
    await knex.transaction(async trx => {
      await insertStarted(trx, session);
      await insertNotices(trx, warningsFor(session, leads, TEST_START));
    });
    await replica();
    /** Up to a moment, then past it. */
    const pastWarning = async (beforeEnd: number, expiresAt: number) => {
      await pass(expiresAt - beforeEnd - SECOND - clock.now());
      const sent = notifications.sent.length;
      await pass(3 * SECOND);
      return notifications.titles.slice(sent);
    };
    expect(await pastWarning(leads[0], session.expiresAt!)).toEqual([
      'Preview pr-1 of checkout ends in 2 hours',
    ]);
    const moved = { ...session, expiresAt: session.expiresAt! + DAY };
    await knex.transaction(async trx => {
      await trx('sessions').update({ expires_at: moved.expiresAt });
      await insertNotices(trx, warningsFor(moved, leads, clock.now()));
    });
    expect(await pastWarning(leads[1], session.expiresAt!)).toEqual([]);
    expect(await pastWarning(leads[0], moved.expiresAt)).toEqual([
      'Preview pr-1 of checkout ends in 2 hours',
    ]);
    expect(await pastWarning(leads[1], moved.expiresAt)).toEqual([
      'Preview pr-1 of checkout ends in 15 minutes',
    ]);
    expect(notifications.sent).toHaveLength(3);
  });

  it('are kept while the preview lives, then forgotten', async () => {
    await begin(2);
    await replica();
    await pass(8 * DAY, 60 * MINUTE);
    expect(await knex('notices')).toHaveLength(2);
    await knex('sessions')
      .where({ key: 'pr-1' })
      .update({ ended_at: clock.now() });
    await pass(7 * DAY, 60 * MINUTE);
    expect(await knex('notices')).toHaveLength(2);
    await pass(2 * 60 * MINUTE, 60 * MINUTE);
    expect(await knex('notices').pluck('session_id')).toEqual([
      aSession(numbered(2)).id,
    ]);
  });
});
