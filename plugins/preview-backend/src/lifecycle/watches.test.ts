// SPDX-License-Identifier: Apache-2.0
import type { PreviewDriver } from '@preview-environments/backstage-plugin-preview-node';
import { TestHouse } from '../testUtils/aHouse';
import { aSession, numbered } from '../testUtils/aSession';
import { ENGINES, freshDatabase } from '../testUtils/databases';
import type { CheckpointName } from './checkpoints';

// Half an hour passes in some of these, second by second.
jest.setTimeout(60_000);

describe.each(ENGINES)('watches on %s', engine => {
  let house: TestHouse;
  const passed: CheckpointName[] = [];

  beforeEach(async () => {
    house = new TestHouse(await freshDatabase(engine));
    passed.length = 0;
    const replica = house.replica({
      checkpoints: {
        around: (name, call) => {
          passed.push(name);
          return call();
        },
      },
    });
    await replica.start();
  });
  afterEach(async () => {
    await house.end();
  });

  it('tell of a session at once', async () => {
    const id = await house.begin(aSession());
    house.driver.outside(
      world => {
        world.objects = [];
      },
      { sessionId: id },
    );
    await house.quiet();
    expect((await house.session(id)).endReason).toBe('deleted-in-cluster');
  });

  it('make one look of a burst of changes of the team’s objects', async () => {
    const ids = [
      await house.begin(aSession(numbered(1))),
      await house.begin(aSession(numbered(2))),
    ];
    passed.length = 0;
    for (let n = 0; n < 50; n += 1) {
      house.driver.outside(() => {});
    }
    await house.pass(199);
    expect(passed).not.toContain('database.listActiveIn');
    house.clock.advance(1);
    await house.settled(
      async () =>
        passed.filter(name => name === 'driver.observe').length === ids.length,
    );
    expect(passed.filter(name => name === 'database.listActiveIn')).toEqual([
      'database.listActiveIn',
    ]);
  });
});

describe.each(ENGINES)('a cluster that cannot be watched, on %s', engine => {
  const missing = 'ENOENT: no such file';

  it('is tried again with growing pauses, and told of once per change', async () => {
    const house = new TestHouse(await freshDatabase(engine));
    let fault: string | null = missing;
    const tries: number[] = [];
    const watch: PreviewDriver['watch'] = async (...args) => {
      tries.push(house.clock.now());
      if (fault) {
        throw new Error(fault);
      }
      return house.driver.watch(...args);
    };
    const driver = Object.assign(Object.create(house.driver), { watch });
    const replica = house.replica({ driver });
    await replica.start();
    await house.pass(10 * 60_000, 1_000);
    expect(tries.length).toBeGreaterThan(8);
    expect(tries.length).toBeLessThan(30);
    const pauses = tries.slice(1).map((at, n) => at - tries[n]);
    expect(Math.max(...pauses)).toBeLessThanOrEqual(62_000);
    expect(pauses.at(-1)).toBeGreaterThan(pauses[0]);
    const errors = () =>
      house.logger.error.mock.calls.map(([text]) => String(text));
    expect(errors()).toEqual([expect.stringContaining(missing)]);

    fault = 'no context "staging"';
    await house.pass(2 * 60_000, 1_000);
    expect(errors()).toHaveLength(2);

    fault = null;
    await house.pass(2 * 60_000, 1_000);
    expect(house.driver.watching).toBe(1);
    const told = house.logger.info.mock.calls.filter(
      ([text]) => text === 'The cluster is watched again',
    );
    expect(told).toHaveLength(1);
    expect(errors()).toHaveLength(2);
    await house.end();
  });
});
