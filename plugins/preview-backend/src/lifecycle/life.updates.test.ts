// SPDX-License-Identifier: Apache-2.0
import { beginRevision } from '../sessions/beginRevision';
import { TestHouse } from '../testUtils/aHouse';
import { aSession } from '../testUtils/aSession';
import { ENGINES, freshDatabase } from '../testUtils/databases';
import type { Lifecycle } from './Lifecycle';

const CRASH = {
  code: 'CrashLoop' as const,
  message: 'Exit code 1, again and again.',
  evidence: [{ kind: 'log' as const, text: 'boom', at: null }],
  fatal: true,
};

describe.each(ENGINES)('updates on %s', engine => {
  let house: TestHouse;
  let replica: Lifecycle;

  beforeEach(async () => {
    house = new TestHouse(await freshDatabase(engine));
    replica = house.replica();
    await replica.start();
  });
  afterEach(async () => {
    await house.end();
  });

  it('updates in place: the old revision serves until the new one is there', async () => {
    const id = await house.begin(aSession());
    house.driver.outside(world => {
      world.fates['shop/checkout:next'] = 'coming';
    });
    await house.command(id, session =>
      beginRevision(session, 'shop/checkout:next', house.clock.now()),
    );
    expect(await house.session(id)).toMatchObject({
      phase: 'updating',
      servingRevision: 1,
      routeState: 'attached',
    });
    const service = () => house.objects().find(each => each.kind === 'service');
    expect(service()?.revision).toBe(1);
    expect(house.names()).toEqual([
      'pods-1',
      'pods-2',
      'root',
      'route',
      'service',
    ]);

    house.driver.outside(world => {
      world.fates = {};
    });
    await house.look(id);
    expect(service()?.revision).toBe(2);
    expect(house.names()).toContain('pods-1');
    expect((await house.session(id)).phase).toBe('ready');

    await house.pass(2_000);
    expect(house.names()).toEqual(['pods-2', 'root', 'route', 'service']);
    const intervals = await house.knex('traffic_intervals').orderBy('revision');
    expect(intervals.map(each => [each.revision, each.to_at === null])).toEqual(
      [
        [1, false],
        [2, true],
      ],
    );
  });

  it('keeps the old revision serving when an update fails, and says so', async () => {
    const id = await house.begin(aSession());
    house.driver.outside(world => {
      world.fates['shop/checkout:crash'] = CRASH;
    });
    await house.command(id, session =>
      beginRevision(session, 'shop/checkout:crash', house.clock.now()),
    );
    const session = await house.session(id);
    expect(session).toMatchObject({
      phase: 'ready',
      servingRevision: 1,
      failure: { code: 'CrashLoop', evidence: CRASH.evidence },
    });
    expect(session.conditions).toMatchObject([
      { type: 'UpdateFailed', status: 'True', reason: 'CrashLoop' },
    ]);
    expect(house.names()).toEqual(['pods-1', 'root', 'route', 'service']);
    expect(await house.steps(id, 2)).toMatchObject({ pulled: 'failed' });

    await house.command(id, present =>
      beginRevision(present, 'shop/checkout:good', house.clock.now()),
    );
    expect(await house.session(id)).toMatchObject({
      phase: 'ready',
      servingRevision: 3,
      failure: null,
      conditions: [],
    });
  });

  it('makes room first where two pods do not fit', async () => {
    const id = await house.begin(aSession());
    await house.command(id, session => ({
      ...beginRevision(session, 'shop/checkout:next', house.clock.now()),
      updateStrategy: 'recreate',
    }));
    expect(await house.session(id)).toMatchObject({
      phase: 'ready',
      servingRevision: 2,
    });
    expect(house.names()).toEqual(['pods-2', 'root', 'route', 'service']);
  });

  it('starts a new revision in a failed session', async () => {
    house.driver.outside(world => {
      world.fates['shop/checkout:feature-x'] = CRASH;
    });
    const id = await house.begin(aSession());
    await house.command(id, session =>
      beginRevision(session, 'shop/checkout:good', house.clock.now()),
    );
    expect(await house.session(id)).toMatchObject({
      phase: 'ready',
      failure: null,
      keepUntil: null,
    });
    expect(house.names()).toEqual(['pods-2', 'root', 'route', 'service']);
  });
});
