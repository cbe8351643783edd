// SPDX-License-Identifier: Apache-2.0
import { claimDue } from '../database/claims/claimDue';
import { claimSession } from '../database/claims/claimSession';
import { extendLease } from '../database/claims/extendLease';
import { saveProgress } from '../database/claims/saveProgress';
import { holdClusters } from '../database/coordination/holdClusters';
import { TestHouse } from '../testUtils/aHouse';
import {
  aSession,
  endingIn,
  insertStarted,
  numbered,
  TEST_START,
} from '../testUtils/aSession';
import { ENGINES, freshDatabase } from '../testUtils/databases';
import { MemoryDriver } from '../testUtils/memoryDriver';
import type { CheckpointName } from './checkpoints';

const LEASE = 3_500;

describe.each(ENGINES)('several replicas on %s', engine => {
  let house: TestHouse;

  beforeEach(async () => {
    house = new TestHouse(await freshDatabase(engine));
  });
  afterEach(async () => {
    await house.end();
  });

  const insert = (count: number) =>
    house.knex.transaction(async trx => {
      for (let n = 1; n <= count; n += 1) {
        await insertStarted(trx, aSession(numbered(n)));
      }
    });
  const claim = (holder: string, now = TEST_START) => ({
    holder,
    now,
    leaseFor: LEASE,
  });

  it('never claim the same session', async () => {
    await insert(20);
    const claims = await Promise.all(
      ['a', 'b', 'a', 'b', 'a', 'b'].map(holder =>
        house.knex.transaction(trx =>
          claimDue(trx, { ...claim(holder), limit: 7 }),
        ),
      ),
    );
    const ids = claims.flat().map(session => session.id);
    expect(ids).toHaveLength(new Set(ids).size);
    const rest = await house.knex.transaction(trx =>
      claimDue(trx, { ...claim('c'), limit: 100 }),
    );
    expect(ids.length + rest.length).toBe(20);
    expect(Math.max(...claims.map(each => each.length))).toBeLessThanOrEqual(7);
    await house.knex('sessions').update({ lease_holder: null });
  });

  it('refuse every write of a worker whose claim is over', async () => {
    await insert(1);
    const { id } = aSession(numbered(1));
    const take = (holder: string, now: number) =>
      house.knex.transaction(trx =>
        claimSession(trx, id, { ...claim(holder, now), dueOnly: false }),
      );
    const paused = (await take('paused', TEST_START))!;
    expect(await take('other', TEST_START + LEASE - 1)).toBeUndefined();
    const other = (await take('other', TEST_START + LEASE))!;
    expect(other.leaseToken).toBe(paused.leaseToken + 1);

    const save = (leaseToken: number, generation = 1) =>
      house.knex.transaction(trx =>
        saveProgress(
          trx,
          { id, leaseToken },
          { patch: { lastError: 'x' }, generation, release: null },
        ),
      );
    expect(await save(paused.leaseToken)).toBe(false);
    expect(
      await house.knex.transaction(trx =>
        extendLease(trx, paused, 2 * TEST_START),
      ),
    ).toBe(false);
    expect(await save(other.leaseToken, 0)).toBe(false);
    expect(await save(other.leaseToken)).toBe(true);
    await house.knex('sessions').update({ lease_holder: null });
  });

  it('have one set of watches per cluster, taken over when its holder is silent', async () => {
    const hold = (holder: string, now: number) =>
      house.knex.transaction(trx =>
        holdClusters(trx, ['b', 'a'], claim(holder, now)),
      );
    const both = await Promise.all([
      hold('x', TEST_START),
      hold('y', TEST_START),
    ]);
    expect(both.flat().sort()).toEqual(['a', 'b']);
    const winner = both[0].length === 2 ? 'x' : 'y';
    const loser = winner === 'x' ? 'y' : 'x';
    expect(await hold(winner, TEST_START + 1)).toHaveLength(2);
    expect(await hold(loser, TEST_START + LEASE)).toHaveLength(0);
    expect(await hold(loser, TEST_START + LEASE + 1)).toHaveLength(2);
    expect(await hold(winner, TEST_START + LEASE + 2)).toHaveLength(0);
  });

  it('watch a cluster from one replica, and hand it over in order', async () => {
    const first = house.replica();
    const second = house.replica();
    await first.start();
    await second.start();
    expect(house.driver.watching).toBe(1);
    await first.stop();
    expect(house.driver.watching).toBe(0);
    await house.pass(2_000);
    expect(house.driver.watching).toBe(1);
  });

  it('finish what another one began and did not end', async () => {
    // The first replica dies in the middle of its work: it never comes back
    // from its call of the driver.
    let reached = () => {};
    const atApply = new Promise<void>(resolve => {
      reached = resolve;
    });
    const dying = house.replica({
      checkpoints: {
        around: (name: CheckpointName, call) => {
          if (name !== 'driver.apply') {
            return name.startsWith('driver') || name === 'database.extendLease'
              ? Promise.reject(new Error('dead'))
              : call();
          }
          reached();
          return Promise.reject(new Error('dead'));
        },
      },
    });
    await house.knex.transaction(trx => insertStarted(trx, aSession()));
    dying.nudge(aSession().id);
    await atApply;
    await dying.stop();
    await house.knex('sessions').update({
      lease_holder: 'dead',
      lease_until: TEST_START + LEASE,
      next_run_at: TEST_START,
    });

    const heir = house.replica();
    await heir.start();
    await heir.idle();
    expect((await house.session(aSession().id)).phase).toBe('provisioning');
    await house.pass(5_000, 500);
    expect((await house.session(aSession().id)).phase).toBe('ready');
  });

  it('leave alone what they are at themselves, however late its lease is extended', async () => {
    let applied = 0;
    let scans = 0;
    let goOn = () => {};
    const held = new Promise<void>(resolve => {
      goOn = resolve;
    });
    const replica = house.replica({
      checkpoints: {
        around: async (name: CheckpointName, call) => {
          if (name === 'database.extendLease') {
            throw new Error('too busy');
          }
          if (name === 'driver.apply') {
            applied += 1;
            await held;
          }
          const result = await call();
          scans += name === 'database.claimDue' ? 1 : 0;
          return result;
        },
      },
    });
    await replica.start();
    await house.knex.transaction(trx => insertStarted(trx, aSession()));
    replica.nudge(aSession().id);
    for (let passed = 0; passed < 2 * LEASE; passed += 1_000) {
      const before = scans;
      house.clock.advance(1_000);
      while (scans === before) {
        await new Promise(resolve => setImmediate(resolve));
      }
    }
    expect(applied).toBe(1);
    goOn();
    await house.quiet();
    await house.pass(5_000, 500);
    expect((await house.session(aSession().id)).phase).toBe('ready');
  });

  it('expire every session once, whoever is first', async () => {
    const replicas = [house.replica(), house.replica()];
    await Promise.all(replicas.map(replica => replica.start()));
    const sessions = Array.from({ length: 12 }, (_, n) =>
      aSession(numbered(n + 1), endingIn(30_000 + (n % 4) * 100)),
    );
    for (const session of sessions) {
      await house.begin(session);
    }
    // Both learn of all deadlines when they look ahead.
    await house.pass(29_000, 10_000);
    await house.pass(5_000, 100);
    const expired = (await house.audit()).filter(
      event => event.action === 'session.expired',
    );
    expect(expired.map(event => event.key).sort()).toEqual(
      sessions.map(session => session.key).sort(),
    );
    expect(house.objects()).toEqual([]);
    const rows = await house.knex('sessions').whereNull('ended_at');
    expect(rows).toEqual([]);
  });

  it('start over when somebody wants something else meanwhile', async () => {
    let stopped = false;
    const replica = house.replica({
      driver: new MemoryDriver(house.world, house.clock, async name => {
        if (name === 'after put root' && !stopped) {
          stopped = true;
          await house.knex('sessions').update({
            desired_state: 'stopped',
            desired_end_reason: 'stopped',
            generation: 2,
          });
        }
      }),
    });
    await replica.start();
    const id = await house.begin(aSession());
    await house.pass(2_000, 1_000);
    expect(await house.session(id)).toMatchObject({
      phase: 'stopped',
      endReason: 'stopped',
      readyAt: null,
    });
    expect(house.objects()).toEqual([]);
  });
});
