// SPDX-License-Identifier: Apache-2.0
import type { PreviewSession } from '@preview-environments/backstage-plugin-preview-common';
import { aBackend, type RunningBackend } from '../backend/aBackend';
import { aShop, type Shop } from '../backend/aShop';
import { emptyDatabase, ENGINES } from '../backend/product';
import { askPreview } from '../backend/requests';
import { writesOf } from '../backend/writesOf';
import { JOBS, PODS } from '../fixtures/product';
import { until } from '../fixtures/until';

jest.setTimeout(120_000);

const DAY = 86_400_000;
/** Clusters count whole seconds. */
const ROUNDING = 2_000;
const GRACE_OF_A_POD = 30_000;

const wish = (key: string) => ({
  entityRef: 'component:default/checkout',
  image: 'shop/checkout:feature-x',
  key,
});

describe.each(ENGINES)('a deadline, on %s', engine => {
  let shop: Shop;
  let backend: RunningBackend;

  beforeAll(async () => {
    shop = await aShop();
    backend = await aBackend(await emptyDatabase(engine), shop);
  });
  afterAll(async () => {
    await backend?.stop();
    await shop?.stop();
  });

  async function ready(key: string): Promise<PreviewSession> {
    const { session } = await backend.portal.start(wish(key));
    return backend.portal.untilReady(session.id);
  }

  async function podAndRoot({ id }: PreviewSession) {
    const own = (object: any) =>
      object.metadata.labels['preview-environments.io/session'] === id;
    const [pod] = (await shop.ours(PODS)).filter(own);
    const [root] = (await shop.ours(JOBS)).filter(own);
    return { pod, root };
  }

  it('ends a preview that nobody touches, on time and with the reason', async () => {
    const session = await ready('untouched');
    const before = shop.requests();
    const { expiresAt } = await backend.portal.change(session.id, {
      ttl: '2s',
    });
    const ended = await backend.portal.untilEnded(session.id);

    expect(ended).toMatchObject({ phase: 'stopped', endReason: 'expired' });
    expect(writesOf(before, shop.requests())).toEqual({
      'delete httproutes.gateway.networking.k8s.io': 1,
      'delete jobs.batch': 1,
      // The deadline that was moved here.
      'patch jobs.batch': 1,
    });
    const story = await backend.portal.story(session.id);
    const lag = (action: string) => {
      const events = story.filter(event => event.action === action);
      expect(events).toHaveLength(1);
      return Date.parse(events[0].at) - Date.parse(expiresAt!);
    };
    // Recorded once the cluster has accepted both deletes.
    for (const action of ['session.expired', 'route.detached']) {
      expect(lag(action)).toBeGreaterThanOrEqual(0);
      expect(lag(action)).toBeLessThanOrEqual(1_000);
    }
    expect(lag('session.ended')).toBeLessThanOrEqual(GRACE_OF_A_POD);
    expect(
      story.find(({ action }) => action === 'session.expired'),
    ).toMatchObject({
      outcome: 'succeeded',
      actor: 'system',
      via: 'sweep',
      reason: 'The deadline has passed.',
      image: 'shop/checkout:feature-x',
    });
    expect(await shop.allOurs()).toEqual([]);
  });

  it('moves without touching the pod', async () => {
    const session = await ready('extended');
    const before = await podAndRoot(session);
    const requests = shop.requests();
    const { expiresAt } = await backend.portal.change(session.id, {
      extendBy: '2h',
    });
    expect(Date.parse(expiresAt!) - Date.parse(session.expiresAt!)).toBe(
      2 * 3_600_000,
    );
    const moved = await until(
      'a backstop at the new deadline',
      () => backend.portal.getSession(session.id),
      ({ backstop }) =>
        backstop.state === 'set' &&
        Date.parse(backstop.at!) > Date.parse(expiresAt!),
    );
    expect(moved).toMatchObject({ phase: 'ready', revision: 1 });
    const after = await podAndRoot(session);
    expect(after.pod).toEqual(before.pod);
    expect(after.root.metadata.uid).toBe(before.root.metadata.uid);
    expect(writesOf(requests, shop.requests())).toEqual({
      'patch jobs.batch': 1,
    });
    await backend.portal.stop(session.id);
  });

  it('is not for a pinned preview, which the cluster keeps for a week', async () => {
    const pinned = await ready('pinned');
    const witness = await ready('witness');
    const { expiresAt } = await backend.portal.change(pinned.id, { ttl: '5s' });
    await backend.portal.change(pinned.id, { pinned: true });
    await backend.portal.change(witness.id, { expiresAt: expiresAt! });
    const gone = await backend.portal.untilEnded(witness.id);
    expect(Date.parse(gone.endedAt!)).toBeGreaterThanOrEqual(
      Date.parse(expiresAt!),
    );

    const session = await until(
      'its backstop',
      () => backend.portal.getSession(pinned.id),
      ({ backstop }) => backstop.state === 'set',
    );
    expect(session).toMatchObject({
      phase: 'ready',
      pinned: true,
      expiresAt: null,
    });
    expect((await askPreview(session)).image).toBe(session.image);
    const story = await backend.portal.story(pinned.id);
    const at = story.find(({ action }) => action === 'session.pinned')!.at;
    const ahead = Date.parse(session.backstop.at!) - Date.parse(at);
    expect(Math.abs(ahead - 7 * DAY)).toBeLessThanOrEqual(ROUNDING);
    await backend.portal.stop(pinned.id);
    await backend.portal.untilEnded(pinned.id);
  });
});
