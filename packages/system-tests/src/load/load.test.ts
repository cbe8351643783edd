// SPDX-License-Identifier: Apache-2.0
import type { Knex } from 'knex';
import { aBackend, type RunningBackend } from '../backend/aBackend';
import { aShop, KINDS_OF_A_PREVIEW, type Shop } from '../backend/aShop';
import { emptyDatabase, ENGINES } from '../backend/product';
import { ask, askPreview } from '../backend/requests';
import { readsOf, sum, writesOf } from '../backend/writesOf';
import { PODS } from '../fixtures/product';
import { until } from '../fixtures/until';

jest.setTimeout(900_000);

const SESSIONS = 200;
const PATIENCE = 600_000;
/** Those that are one entry of the configuration, for one account. */
const NAMESPACES = 2;
/** Answers that all sessions have in common, asked for again each minute. */
const SHARED_READS = 20;

const wish = (key: string) => ({
  entityRef: 'component:default/checkout',
  image: 'shop/checkout:feature-x',
  key,
});

/** What is not named is read for all together: sweeps, answers of a minute. */
function expectForAllOnly(reads: Record<string, number>, named: string[]) {
  const shared = Object.entries(reads).filter(
    ([name]) => !named.includes(name),
  );
  expect(sum(Object.fromEntries(shared))).toBeLessThanOrEqual(SHARED_READS);
}

describe.each(ENGINES)(`${SESSIONS} previews at once, on %s`, engine => {
  let shop: Shop;
  let knex: Knex;
  let backend: RunningBackend;
  let ids: string[];
  let watchesOfOne: Record<string, number>;

  beforeAll(async () => {
    shop = await aShop();
    knex = await emptyDatabase(engine);
    backend = await aBackend(knex, shop, {
      lifecycle: { backstopGrace: '10m' },
    });
    // One whole life first, so that what is remembered is there.
    const { session } = await backend.portal.start(wish('first'));
    await backend.portal.untilReady(session.id);
    watchesOfOne = shop.watches();
    await backend.portal.stop(session.id);
    await backend.portal.untilEnded(session.id);
  });
  afterAll(async () => {
    await backend?.stop();
    await shop?.stop();
  });

  const count = async (where: object): Promise<number> =>
    Number((await knex('sessions').where(where).count({ n: '*' }))[0].n);

  /** What the portal asks of the API server while something is done. */
  async function during(work: () => Promise<unknown>) {
    const before = shop.requests();
    await work();
    const after = shop.requests();
    return { writes: writesOf(before, after), reads: readsOf(before, after) };
  }

  const forAll = (work: (id: string) => Promise<unknown>) =>
    Promise.all(ids.map(work));

  const untilAll = (what: string, where: object) =>
    until(
      what,
      async () => ({
        there: await count(where),
        failed: await count({ phase: 'failed' }),
      }),
      ({ there, failed }) => there === SESSIONS || failed > 0,
      PATIENCE,
    ).then(({ failed }) => expect(failed).toBe(0));

  const untilReady = (revision: number) =>
    untilAll(`${SESSIONS} ready sessions`, {
      phase: 'ready',
      revision,
      retiring_revision: null,
    });

  it('come up with one write per object', async () => {
    const { writes, reads } = await during(async () => {
      const started = await Promise.all(
        Array.from({ length: SESSIONS }, (_, n) =>
          backend.portal.start(wish(`load-${n}`)),
        ),
      );
      ids = started.map(({ session }) => session.id);
      await untilReady(1);
      await untilAll('deadlines that the cluster keeps', {
        backstop_state: 'set',
        ended_at: null,
      });
    });
    expect(writes).toEqual({
      'patch jobs.batch': SESSIONS,
      'patch replicasets.apps': SESSIONS,
      'patch services': SESSIONS,
      'patch httproutes.gateway.networking.k8s.io': SESSIONS,
    });
    // The workload and who is bound to it; whether another replica was faster.
    // What is remembered for a minute does not count by sessions.
    expect(sum(reads)).toBeLessThanOrEqual(SESSIONS * 3 + SHARED_READS);
  });

  it('answer to their own keys', async () => {
    for (const n of [0, 1, 10, 100, SESSIONS - 1]) {
      const session = await backend.portal.getSession(ids[n]);
      const { image } = session;
      expect(await askPreview(session)).toMatchObject({ image });
    }
    const { access } = await backend.portal.getSession(ids[0]);
    expect(await ask(access.url!)).toMatchObject({
      image: 'shop/checkout:1.8.3',
    });
  });

  it('are watched as one is', () => {
    expect(shop.watches()).toEqual(watchesOfOne);
    const kinds = new Set(Object.keys(watchesOfOne));
    expect(sum(watchesOfOne)).toBeGreaterThan(0);
    expect(sum(watchesOfOne)).toBeLessThanOrEqual(kinds.size * NAMESPACES);
  });

  it('are extended with one write each', async () => {
    const { writes, reads } = await during(async () => {
      await forAll(id => backend.portal.change(id, { extendBy: '1h' }));
      await untilAll('moved deadlines', {
        backstop_state: 'set',
        phase: 'ready',
      });
    });
    expect(writes).toEqual({ 'patch jobs.batch': SESSIONS });
    expectForAllOnly(reads, []);
  });

  it('are updated with three writes each', async () => {
    const { writes } = await during(async () => {
      await forAll(id =>
        backend.portal.change(id, { image: 'shop/checkout:second' }),
      );
      await untilReady(2);
      await until(
        'the old pods to go',
        () => shop.ours(PODS),
        pods => pods.length === SESSIONS,
        PATIENCE,
      );
    });
    expect(writes).toEqual({
      'patch replicasets.apps': SESSIONS,
      'patch services': SESSIONS,
      'delete replicasets.apps': SESSIONS,
    });
  });

  it('have one object of each kind, and none too many', async () => {
    for (const kind of KINDS_OF_A_PREVIEW) {
      const sessions = (await shop.ours(kind)).map(
        ({ metadata }) => metadata.labels['preview-environments.io/session'],
      );
      expect(sessions.sort()).toEqual([...ids].sort());
    }
  });

  it('end with two writes each and leave nothing behind', async () => {
    const { writes, reads } = await during(async () => {
      await forAll(id => backend.portal.stop(id));
      await until(
        'the end of all',
        () => count({ ended_at: null }),
        left => left === 0,
        PATIENCE,
      );
    });
    expect(writes).toEqual({
      'delete httproutes.gateway.networking.k8s.io': SESSIONS,
      'delete jobs.batch': SESSIONS,
    });
    // Whether nothing is left is the one thing that no watch can tell.
    expect(reads['get jobs.batch']).toBeLessThanOrEqual(SESSIONS * 2);
    // And the log, which is kept.
    expectForAllOnly(reads, ['get jobs.batch', 'get pods/log']);
    expect(await shop.allOurs()).toEqual([]);
  });
});
