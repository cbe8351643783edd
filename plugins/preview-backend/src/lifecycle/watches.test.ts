// SPDX-License-Identifier: Apache-2.0
import { TestHouse } from '../testUtils/aHouse';
import { aSession, numbered } from '../testUtils/aSession';
import { ENGINES, freshDatabase } from '../testUtils/databases';
import type { CheckpointName } from './checkpoints';

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
