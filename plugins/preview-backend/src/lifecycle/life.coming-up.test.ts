// SPDX-License-Identifier: Apache-2.0
import { TestHouse } from '../testUtils/aHouse';
import { aSession, withoutTraffic } from '../testUtils/aSession';
import { ENGINES, freshDatabase } from '../testUtils/databases';
import type { Lifecycle } from './Lifecycle';

describe.each(ENGINES)('a preview coming up on %s', engine => {
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

  it('comes up, is routed, verified and only then ready', async () => {
    const id = await house.begin(aSession());
    expect(await house.session(id)).toMatchObject({
      phase: 'ready',
      readyAt: house.clock.now(),
      routeState: 'attached',
      backstopState: 'set',
      failure: null,
    });
    expect(Object.values(await house.steps(id, 1))).toEqual(
      Array.from({ length: 9 }, () => 'done'),
    );
    expect(house.names()).toEqual(['pods-1', 'root', 'route', 'service']);
    expect(await house.actions()).toEqual(['route.attached', 'session.ready']);
    const [traffic] = await house.knex('traffic_intervals');
    expect(traffic).toMatchObject({
      to_at: null,
      image: 'shop/checkout:feature-x',
      image_digest: 'sha256:shop/checkout:feature-x',
    });
  });

  it('is ready when available where no traffic is wanted', async () => {
    const id = await house.begin(aSession(withoutTraffic()));
    expect((await house.session(id)).phase).toBe('ready');
    expect(await house.steps(id, 1)).toMatchObject({
      available: 'done',
      routed: 'skipped',
      verified: 'skipped',
    });
    expect(house.names()).not.toContain('route');
    expect(await house.knex('traffic_intervals')).toEqual([]);
  });

  it('waits for pods and gateway, and gets no route before it is available', async () => {
    house.driver.outside(world => {
      world.fates['shop/checkout:feature-x'] = 'coming';
      world.route = 'pending';
    });
    const id = await house.begin(aSession());
    expect((await house.session(id)).phase).toBe('provisioning');
    expect(await house.steps(id, 1)).toMatchObject({
      scheduled: 'done',
      pulled: 'running',
      started: 'pending',
      routed: 'pending',
    });
    expect(house.names()).not.toContain('route');

    house.driver.outside(world => {
      world.fates = {};
    });
    await house.look(id);
    expect(await house.session(id)).toMatchObject({
      phase: 'provisioning',
      readyAt: null,
    });
    expect(await house.steps(id, 1)).toMatchObject({ routed: 'running' });

    house.driver.outside(world => {
      world.route = 'accepts';
    });
    await house.look(id);
    expect((await house.session(id)).phase).toBe('ready');
  });

  it('gives up on what does not become ready in time', async () => {
    house.driver.outside(world => {
      world.fates['shop/checkout:feature-x'] = 'coming';
    });
    const id = await house.begin(aSession());
    await house.pass(300_000, 5_000);
    expect(await house.session(id)).toMatchObject({
      phase: 'failed',
      failure: { code: 'ReadinessTimeout' },
    });
  });

  it('shows a verification that keeps failing, and recovers', async () => {
    house.driver.outside(world => {
      world.verification = 'failed';
    });
    const id = await house.begin(aSession());
    expect((await house.session(id)).phase).toBe('provisioning');
    await house.pass(30_000, 1_000);
    expect(await house.session(id)).toMatchObject({
      phase: 'degraded',
      failure: { code: 'VerificationFailed' },
    });
    house.driver.outside(world => {
      world.verification = 'verified';
    });
    await house.pass(15_000, 5_000);
    expect(await house.session(id)).toMatchObject({
      phase: 'ready',
      failure: null,
    });
  });

  it('takes a leaking route away at once', async () => {
    house.driver.outside(world => {
      world.verification = 'leak';
    });
    const id = await house.begin(aSession());
    expect(await house.session(id)).toMatchObject({
      phase: 'failed',
      routeState: 'detached',
      failure: { code: 'RouteLeak' },
    });
    expect(house.names()).toEqual(['pods-1', 'root', 'service']);
    expect(await house.actions()).toContain('route.leaked');
    expect(await house.knex('traffic_intervals').whereNull('to_at')).toEqual(
      [],
    );
  });

  it('is degraded while its pods are not ready', async () => {
    const id = await house.begin(aSession());
    house.driver.outside(world => {
      world.fates['shop/checkout:feature-x'] = 'coming';
    });
    await house.look(id);
    expect((await house.session(id)).phase).toBe('degraded');
    house.driver.outside(world => {
      world.fates = {};
    });
    await house.look(id);
    expect(await house.session(id)).toMatchObject({
      phase: 'ready',
      failure: null,
    });
    expect(await house.actions()).toContain('session.degraded');
  });
});
