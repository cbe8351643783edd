// SPDX-License-Identifier: Apache-2.0
import type { MetricsService } from '@backstage/backend-plugin-api/alpha';
import { metricsServiceMock } from '@backstage/backend-test-utils/alpha';
import { recordEvent } from '../audit/recordEvent';
import { TestHouse } from '../testUtils/aHouse';
import {
  aSession,
  endingIn,
  insertStarted,
  numbered,
  TEST_START,
  withFields,
} from '../testUtils/aSession';
import { ENGINES, freshDatabase } from '../testUtils/databases';
import { observeDatabase } from './observeDatabase';
import { SessionMeter } from './SessionMeter';

type Labels = Record<string, unknown>;

/** The service as a portal has it, with everything measured kept. */
function aRecorder() {
  const measured: { name: string; value: number; labels: Labels }[] = [];
  const gauges = new Map<string, (result: any) => unknown>();
  const instrument = (name: string) => {
    const keep = (value: number, labels: Labels = {}) => {
      measured.push({ name, value, labels });
    };
    return { add: keep, record: keep };
  };
  const metrics = metricsServiceMock.mock({
    createCounter: instrument,
    createHistogram: instrument,
    createObservableGauge: name => ({
      addCallback: callback => gauges.set(name, callback),
      removeCallback: () => gauges.delete(name),
    }),
  }) as unknown as MetricsService;
  return {
    metrics,
    gauges,
    of: (name: string) =>
      measured
        .filter(each => each.name === name)
        .map(({ value, labels }) => ({ value, ...labels })),
    labels: () => [...new Set(measured.flatMap(m => Object.keys(m.labels)))],
    async collect(name: string) {
      const seen: Labels[] = [];
      await gauges.get(name)!({
        observe: (value: number, labels: Labels = {}) =>
          seen.push({ value, ...labels }),
      });
      return seen;
    },
  };
}

const CRASH = {
  code: 'CrashLoop' as const,
  message: 'Exit code 1, again and again.',
  evidence: [],
  fatal: true,
};

describe.each(ENGINES)('telemetry on %s', engine => {
  let house: TestHouse;
  let recorder: ReturnType<typeof aRecorder>;

  beforeEach(async () => {
    house = new TestHouse(await freshDatabase(engine));
    recorder = aRecorder();
    const meter = new SessionMeter(recorder.metrics, []);
    await house.replica({ meter }).start();
  });
  afterEach(() => house.end());

  it('measures a life from start to end', async () => {
    house.driver.outside(world => {
      world.fates['shop/checkout:feature-x'] = 'coming';
    });
    const id = await house.begin(aSession(endingIn(20_000)));
    await house.pass(3_000);
    house.driver.outside(world => {
      world.fates = {};
      world.slowRemoval = true;
    });
    await house.look(id);
    expect(recorder.of('preview.provision.duration')).toEqual([
      { value: 3, cluster: 'demo', outcome: 'ready', code: 'none' },
    ]);
    await house.pass(17_000);
    expect(recorder.of('preview.deadline.lag')).toEqual([
      { value: 0, cluster: 'demo' },
    ]);
    await house.pass(2_000, 1_000);
    house.driver.outside(world => {
      world.slowRemoval = false;
    });
    await house.pass(2_000, 1_000);
    expect(recorder.of('preview.cleanup.duration')).toEqual([
      { value: expect.any(Number), cluster: 'demo', end_reason: 'expired' },
    ]);
    expect(
      recorder.of('preview.reconcile.duration').length,
    ).toBeGreaterThanOrEqual(3);
    expect(recorder.of('preview.cluster.errors')).toEqual([]);
  });

  it('counts failures by code, once each', async () => {
    house.driver.outside(world => {
      world.fates['shop/checkout:feature-x'] = CRASH;
    });
    await house.begin(aSession());
    await house.pass(5_000, 1_000);
    expect(recorder.of('preview.provision.duration')).toMatchObject([
      { outcome: 'failed', code: 'CrashLoop' },
    ]);
    expect(recorder.of('preview.route.leaks')).toEqual([]);
  });

  it('counts leaks', () => {
    const meter = new SessionMeter(recorder.metrics, []);
    const before = aSession(withFields({ phase: 'ready', readyAt: 1 }));
    const failure = { ...CRASH, code: 'RouteLeak' as const, hint: '' };
    const after = { ...before, phase: 'failed' as const, failure };
    meter.changed(before, after, TEST_START);
    meter.changed(after, after, TEST_START);
    expect(recorder.of('preview.route.leaks')).toEqual([
      { value: 1, cluster: 'demo' },
    ]);
    expect(recorder.of('preview.provision.duration')).toEqual([]);
  });

  it('counts what a cluster does not answer', async () => {
    house.driver.observe = async () => {
      throw new Error('connection refused');
    };
    const id = await house.begin(aSession());
    await house.look(id);
    expect(recorder.of('preview.cluster.errors')).toContainEqual({
      value: 1,
      cluster: 'demo',
      code: 'NoAnswer',
    });
  });

  it('begins counters at zero, so that the first event shows', () => {
    expect(new SessionMeter(recorder.metrics, ['a', 'b'])).toBeDefined();
    expect(recorder.of('preview.route.leaks')).toEqual([
      { value: 0, cluster: 'a' },
      { value: 0, cluster: 'b' },
    ]);
    expect(recorder.of('preview.cluster.errors')).toHaveLength(4);
  });

  it('has no label without number', async () => {
    house.driver.outside(world => {
      world.fates['shop/checkout:crash'] = CRASH;
    });
    await house.begin(aSession(numbered(1), endingIn(10_000)));
    await house.begin(
      aSession(numbered(2), withFields({ image: 'shop/checkout:crash' })),
    );
    await house.pass(20_000, 1_000);
    expect(recorder.labels().sort()).toEqual([
      'cluster',
      'code',
      'end_reason',
      'outcome',
    ]);
  });

  it('reads from the database when it is asked', async () => {
    const { knex, clock, logger } = house;
    const end = observeDatabase({ ...house, metrics: recorder.metrics });
    await knex.transaction(async trx => {
      for (let n = 1; n <= 3; n += 1) {
        const backstopState = n === 3 ? 'unavailable' : 'set';
        const nextRunAt = n === 1 ? TEST_START - 5_000 : TEST_START + 60_000;
        const fields = { phase: 'ready', backstopState, nextRunAt } as const;
        await insertStarted(trx, aSession(numbered(n), withFields(fields)));
      }
      await recordEvent(trx, {
        ...{ identity: ['x'], at: TEST_START - 2_000 },
        ...{ action: 'session.ready', actor: 'system', via: 'sweep' },
      });
    });
    const active = await recorder.collect('preview.sessions.active');
    expect(active).toHaveLength(2);
    expect(active).toEqual(
      expect.arrayContaining([
        { value: 2, cluster: 'demo', phase: 'ready', backstop: 'set' },
        { value: 1, cluster: 'demo', phase: 'ready', backstop: 'unavailable' },
      ]),
    );
    expect(await recorder.collect('preview.queue.depth')).toEqual([
      { value: 1 },
    ]);
    expect(await recorder.collect('preview.queue.age')).toEqual([{ value: 5 }]);
    expect(await recorder.collect('preview.audit.seal.lag')).toEqual([
      { value: 2 },
    ]);
    end();
    expect(recorder.gauges.size).toBe(0);
    expect(clock.now()).toBe(TEST_START);
    expect(logger.debug).not.toHaveBeenCalledWith(
      expect.stringContaining('could not be read'),
    );
  });
});
