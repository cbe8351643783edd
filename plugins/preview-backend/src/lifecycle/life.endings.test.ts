// SPDX-License-Identifier: Apache-2.0
import { TestHouse } from '../testUtils/aHouse';
import { aSession, endingIn, withFields } from '../testUtils/aSession';
import { ENGINES, freshDatabase } from '../testUtils/databases';
import type { Lifecycle } from './Lifecycle';

const CRASH = {
  code: 'CrashLoop' as const,
  message: 'Exit code 1, again and again.',
  evidence: [{ kind: 'log' as const, text: 'boom', at: null }],
  fatal: true,
};

describe.each(ENGINES)('the end of a preview on %s', engine => {
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

  it('fails with an explanation, keeps the pods for a while, then ends', async () => {
    house.driver.outside(world => {
      world.fates['shop/checkout:feature-x'] = CRASH;
    });
    const id = await house.begin(aSession());
    expect(await house.session(id)).toMatchObject({
      phase: 'failed',
      endedAt: null,
      failure: { code: 'CrashLoop', message: CRASH.message },
    });
    expect(house.names()).toEqual(['pods-1', 'root', 'service']);
    await house.pass(60_000);
    await house.pass(1_000);
    expect(await house.session(id)).toMatchObject({
      phase: 'stopped',
      endReason: 'failed',
      failure: { code: 'CrashLoop' },
    });
    expect(house.names()).toEqual([]);
    expect(await house.actions()).toEqual(['session.ended', 'session.failed']);
  });

  it('stops when told to, and frees the environment', async () => {
    const id = await house.begin(aSession());
    await house.command(id, () => ({
      desiredState: 'stopped',
      desiredEndReason: 'stopped',
    }));
    await house.pass(1_000);
    expect(await house.session(id)).toMatchObject({
      phase: 'stopped',
      endReason: 'stopped',
      endedAt: house.clock.now(),
    });
    expect(house.names()).toEqual([]);
    const [environment] = await house.knex('environments');
    expect(Number(environment.last_ended_at)).toBe(house.clock.now());
    expect(await house.knex('traffic_intervals').whereNull('to_at')).toEqual(
      [],
    );
  });

  it('comes back when it is resumed while its objects are going', async () => {
    const id = await house.begin(aSession());
    house.driver.outside(world => {
      world.slowRemoval = true;
    });
    await house.command(id, () => ({ desiredState: 'stopped' }));
    expect((await house.session(id)).phase).toBe('stopping');
    await house.command(id, () => ({ desiredState: 'running' }));
    expect((await house.session(id)).phase).toBe('stopping');
    house.driver.outside(world => {
      world.slowRemoval = false;
    });
    await house.pass(1_000);
    expect(await house.session(id)).toMatchObject({
      phase: 'ready',
      revision: 2,
    });
    expect(house.names()).toEqual(['pods-2', 'root', 'route', 'service']);
  });

  it('ends at its deadline, on the millisecond, with one event', async () => {
    const id = await house.begin(aSession(endingIn(10_000)));
    await house.pass(9_999);
    expect((await house.session(id)).phase).toBe('ready');
    await house.pass(1);
    expect(house.names()).toEqual([]);
    await house.pass(1_000);
    expect(await house.session(id)).toMatchObject({
      phase: 'stopped',
      endReason: 'expired',
    });
    const expired = (await house.audit()).filter(
      event => event.action === 'session.expired',
    );
    expect(expired).toMatchObject([
      { actor: 'system', via: 'sweep', reason: 'The deadline has passed.' },
    ]);
  });

  it('lives on when its deadline is moved', async () => {
    const id = await house.begin(aSession(endingIn(10_000)));
    await house.pass(9_000);
    await house.command(id, session => ({
      expiresAt: session.expiresAt! + 10_000,
      backstopAt: session.backstopAt + 10_000,
      backstopState: 'behind',
    }));
    await house.pass(9_000);
    expect(await house.session(id)).toMatchObject({
      phase: 'ready',
      backstopState: 'set',
    });
    await house.pass(2_000);
    await house.pass(1_000);
    expect((await house.session(id)).endReason).toBe('expired');
  });

  it('notes that the cluster removed it while the portal was away', async () => {
    const id = await house.begin(aSession(endingIn(10_000)));
    await replica.stop();
    house.clock.advance(16_000);
    const next = house.replica();
    await next.start();
    await next.idle();
    expect(await house.session(id)).toMatchObject({
      phase: 'stopped',
      endReason: 'expired',
    });
    const expired = (await house.audit()).filter(
      event => event.action === 'session.expired',
    );
    expect(expired).toMatchObject([{ via: 'cluster' }]);
  });

  it('notes that somebody deleted it in the cluster', async () => {
    const id = await house.begin(aSession());
    const steps = await house.steps(id, 1);
    expect(steps).toMatchObject({ routed: 'done' });
    house.driver.outside(world => {
      world.objects = [];
    });
    await house.look(id);
    expect(await house.steps(id, 1)).toEqual(steps);
    expect(await house.session(id)).toMatchObject({
      phase: 'stopped',
      endReason: 'deleted-in-cluster',
    });
  });

  it('starts anew when the cluster kept to a deadline that had been moved', async () => {
    const id = await house.begin(aSession(endingIn(10_000)));
    await replica.stop();
    house.clock.advance(9_000);
    await house.knex('sessions').update({
      expires_at: house.clock.now() + 60_000,
      backstop_at: house.clock.now() + 65_000,
    });
    house.clock.advance(7_000);
    expect(await house.driver.list('demo')).toEqual([]);
    const next = house.replica();
    await next.start();
    await next.idle();
    expect(await house.session(id)).toMatchObject({
      phase: 'ready',
      revision: 2,
      endedAt: null,
    });
    expect(await house.actions()).toContain('session.restarted');
  });

  it('renews the backstop of a pinned session day by day', async () => {
    const day = 24 * 60 * 60 * 1000;
    const id = await house.begin(
      aSession(
        withFields({
          pinned: true,
          expiresAt: null,
          backstopAt: house.clock.now() + 7 * day,
        }),
      ),
    );
    for (let passed = 0; passed < 10; passed += 1) {
      await house.pass(day / 4);
      await house.look(id);
    }
    const session = await house.session(id);
    expect(session.phase).toBe('ready');
    expect(session.backstopAt).toBeGreaterThan(house.clock.now() + 6 * day);
    expect(house.objects()[0].backstopAt).toBe(session.backstopAt);
  });

  it('fails when the service that it copies is gone', async () => {
    const id = await house.begin(aSession());
    house.driver.outside(world => {
      world.goneTargets.push('shop/deployment/checkout');
    });
    await house.look(id);
    expect(await house.session(id)).toMatchObject({
      phase: 'failed',
      failure: { code: 'TargetGone' },
    });
    await house.pass(60_000);
    await house.pass(1_000);
    expect((await house.session(id)).endReason).toBe('target-gone');
  });
});
