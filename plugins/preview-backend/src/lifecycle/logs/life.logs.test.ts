// SPDX-License-Identifier: Apache-2.0
import type { Knex } from 'knex';
import { insertSession } from '../../database/sessions/insertSession';
import { TestHouse } from '../../testUtils/aHouse';
import { aSession, numbered, withFields } from '../../testUtils/aSession';
import { ENGINES, freshDatabase } from '../../testUtils/databases';
import { MemoryDriver } from '../../testUtils/memoryDriver';
import type { Lifecycle } from '../Lifecycle';

jest.setTimeout(60_000);

const DAY = 24 * 3_600_000;

/** Its logs never come, as of a node that is gone. */
class SilentDriver extends MemoryDriver {
  asked = 0;

  async logs(
    _session: unknown,
    _options: unknown,
    signal?: AbortSignal,
  ): Promise<AsyncIterable<Uint8Array>> {
    this.asked += 1;
    return new Promise((_, reject) => {
      signal!.addEventListener('abort', () => reject(new Error('aborted')));
    });
  }
}

describe.each(ENGINES)('the last log lines on %s', engine => {
  let knex: Knex;
  let house: TestHouse;
  let replica: Lifecycle;

  beforeEach(async () => {
    knex = await freshDatabase(engine);
    house = new TestHouse(knex);
  });
  afterEach(() => house.end());

  const stop = (id: string) =>
    house.command(id, () => ({ desiredState: 'stopped' }));

  it('are kept when the pods go, and forgotten after some days', async () => {
    replica = house.replica({ settings: { keepLogs: 7 * DAY } });
    await replica.start();
    const session = aSession(
      numbered(1),
      withFields({ pinned: true, expiresAt: null }),
    );
    const id = await house.begin(session);
    expect(await knex('kept_logs')).toEqual([]);
    await stop(id);
    await house.pass(2_000, 1_000);
    expect((await house.session(id)).endedAt).not.toBeNull();
    const kept = await knex('kept_logs');
    expect(kept).toMatchObject([
      { session_id: id, container: 'app', text: 'pr-1 is here\n' },
    ]);
    house.clock.advance(7 * DAY - 10_000);
    await replica.sweep();
    expect(await knex('kept_logs')).toHaveLength(1);
    house.clock.advance(20_000);
    await replica.sweep();
    expect(await knex('kept_logs')).toEqual([]);
  });

  it('leave a failure when they were kept long enough', async () => {
    replica = house.replica({ settings: { keepLogs: 7 * DAY } });
    const status = { kind: 'status' as const, text: 'Error', at: null };
    const log = { kind: 'log' as const, text: 'it broke', at: null };
    const failure = { code: 'CrashLoop' as const, message: 'm', hint: 'h' };
    const endings = [house.clock.now(), house.clock.now() + 1, null];
    for (const [at, endedAt] of endings.entries()) {
      const session = aSession(
        numbered(at + 1),
        withFields({
          ...{ key: `pr-${at}`, filterFingerprint: null, endedAt },
          failure: { ...failure, evidence: [log, status] },
        }),
      );
      await knex.transaction(trx => insertSession(trx, session));
    }
    house.clock.advance(7 * DAY + 1);
    await replica.sweep();
    const rows = await knex('sessions').orderBy('id').select('failure');
    expect(rows.map(row => JSON.parse(row.failure))).toEqual([
      { ...failure, evidence: [status] },
      { ...failure, evidence: [log, status] },
      { ...failure, evidence: [log, status] },
    ]);
  });

  it('hold no end up: the pods go before they came', async () => {
    const driver = new SilentDriver(house.world, house.clock);
    replica = house.replica({ driver });
    await replica.start();
    const id = await house.begin(aSession(numbered(2)));
    await house.knex('sessions').where({ id }).update({
      desired_state: 'stopped',
      generation: 2,
      next_run_at: house.clock.now(),
    });
    replica.nudge(id);
    // No time passes: whatever waits for logs waits for ever.
    while (driver.asked === 0 || house.names().length > 0) {
      await new Promise(resolve => setImmediate(resolve));
    }
    house.clock.advance(3_000);
    await house.quiet();
    await house.pass(5_000, 1_000);
    expect((await house.session(id)).endedAt).not.toBeNull();
    expect(await knex('kept_logs')).toEqual([]);
  });
});
