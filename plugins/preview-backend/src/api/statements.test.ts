// SPDX-License-Identifier: Apache-2.0
import type { Knex } from 'knex';
import { aSession, insertStarted, numbered } from '../testUtils/aSession';
import { ENGINES, freshDatabase } from '../testUtils/databases';
import { inProcessWorld } from '../testUtils/memoryCluster';
import { caller, CHECKOUT, operations } from '../testUtils/operations';
import { PortalDriver } from '../testUtils/PortalDriver';
import { TestClock } from '../testUtils/TestClock';

jest.setTimeout(60_000);

const wish = { entityRef: CHECKOUT, image: 'shop/checkout:feature-x' };

/** Statements that `work` makes, begin and commit aside. */
async function statementsOf(
  knex: Knex,
  work: () => Promise<unknown>,
): Promise<string[]> {
  const statements: string[] = [];
  const note = ({ sql }: { sql: string }) => {
    if (!/^(begin|commit|rollback)/i.test(sql)) {
      statements.push(sql);
    }
  };
  knex.on('query', note);
  await work();
  knex.removeListener('query', note);
  return statements;
}

describe.each(ENGINES)('SQL statements per call on %s', engine => {
  it('stay within their bars, whatever the number of rows', async () => {
    const knex = await freshDatabase(engine);
    const clock = new TestClock();
    const driver = new PortalDriver(inProcessWorld(), clock);
    const sessions = await operations(knex, { clock, driver });
    await knex.transaction(async trx => {
      for (let n = 1; n <= 60; n += 1) {
        const session = aSession(numbered(n));
        await insertStarted(trx, { ...session, createdBy: 'user:default/x' });
      }
    });
    const start = (key: string, image = wish.image) =>
      sessions.start(caller, { ...wish, key, image });
    const { session } = await start('a');
    const list = (limit: number) => () => sessions.list(caller, { limit });
    const calls: Record<string, [number, () => Promise<unknown>]> = {
      'a short list': [3, list(1)],
      'a long list': [3, list(50)],
      'a list with a count': [4, () => sessions.list(caller, { count: true })],
      'a session': [6, () => sessions.get(caller, session.id)],
      'a start': [15, () => start('b')],
      'a repeated start': [15, () => start('b')],
      'an update': [15, () => start('b', 'shop/checkout:y')],
      'an extension': [
        10,
        () => sessions.change(caller, session.id, { extendBy: '1h' }),
      ],
      'a stop': [10, () => sessions.stop(caller, session.id)],
    };
    for (const [call, [most, work]] of Object.entries(calls)) {
      const made = await statementsOf(knex, work);
      expect([call, made.length <= most, made]).toEqual([call, true, made]);
    }
  });
});
