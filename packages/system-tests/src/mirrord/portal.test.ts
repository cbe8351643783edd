// SPDX-License-Identifier: Apache-2.0
import type { PreviewSession } from '@preview-environments/backstage-plugin-preview-common';
import { aBackend, type RunningBackend } from '../backend/aBackend';
import { PEOPLE } from '../backend/catalog';
import { emptyDatabase, ENGINES } from '../backend/product';
import { until } from '../fixtures/until';
import { aMirrordShop, type MirrordShop, NAMESPACE } from './aMirrordShop';

jest.setTimeout(120_000);

const STABLE = 'shop/payments:4.4.1';
const payments = 'component:default/payments';

/** The code with which a call is refused; `null` when it is not. */
const refusal = (call: Promise<unknown>): Promise<string | null> =>
  call.then(
    () => null,
    error => error.body.error.code,
  );

describe.each(ENGINES)('a portal on a mirrord cluster, on %s', engine => {
  let shop: MirrordShop;
  let backend: RunningBackend;

  beforeAll(async () => {
    shop = await aMirrordShop();
    backend = await aBackend(await emptyDatabase(engine), shop, {
      clusters: [
        {
          name: 'demo-mirrord',
          kubeconfig: { file: shop.kubeconfig, context: 'portal-mirrord' },
          namespaces: [NAMESPACE],
          driver: 'mirrord',
          gateway: { url: `${shop.gateway.url}/payments` },
        },
      ],
    });
  });
  afterAll(async () => {
    await backend?.stop();
    await shop?.stop();
  });

  const start = (key: string, more: object = {}) =>
    backend.portal.start({
      entityRef: payments,
      image: `shop/payments:${key}`,
      key,
      ...more,
    });

  const found = async (
    key: string,
    filter: { active?: boolean } = { active: true },
  ): Promise<PreviewSession> => {
    const { items } = await until(
      `the preview ${key}`,
      () => backend.portal.listSessions({ key, ...filter }),
      page => page.items.length > 0,
    );
    return items[0];
  };

  it('starts, is reached, is updated with a gap, and stops', async () => {
    const { session } = await start('one');
    const ready = await backend.portal.untilReady(session.id);
    expect(ready).toMatchObject({ driver: 'mirrord', readOnly: false });
    const { headers, url } = ready.access;
    expect(url).toBe(`${shop.gateway.url}/payments`);
    expect(await shop.answers(headers)).toBe('shop/payments:one');
    expect(await shop.answers()).toBe(STABLE);
    expect(await shop.answers({ 'x-preview-key': 'one-more' })).toBe(STABLE);

    const again = await start('one', { image: 'shop/payments:two' });
    expect(again.outcome).toBe('replaced');
    await until(
      'the new image',
      () => shop.answers(headers),
      image => image === 'shop/payments:two',
    );
    await backend.portal.untilReady(session.id);
    expect(await shop.sessions()).toHaveLength(1);

    await backend.portal.stop(session.id);
    expect(await backend.portal.untilEnded(session.id)).toMatchObject({
      endReason: 'stopped',
    });
    expect(await shop.sessions()).toEqual([]);
  });

  it('gives the traffic back when it is wanted no more, and takes it anew', async () => {
    const { session } = await start('turns');
    const { headers } = (await backend.portal.untilReady(session.id)).access;
    expect(await shop.answers(headers)).toBe('shop/payments:turns');

    const without = await start('turns', { traffic: { mode: 'none' } });
    expect(without.outcome).toBe('replaced');
    await until(
      'the stable version',
      () => shop.answers(headers),
      image => image === STABLE,
    );
    await backend.portal.untilReady(session.id);
    expect((await shop.sessions())[0].spec.incoming).toBeUndefined();

    await start('turns', { traffic: { mode: 'steal' } });
    await until(
      'the preview',
      () => shop.answers(headers),
      image => image === 'shop/payments:turns',
    );
    await backend.portal.stop(session.id);
    await backend.portal.untilEnded(session.id);
    expect(await shop.sessions()).toEqual([]);
  });

  it('ends at our clock, though the resource would live on', async () => {
    const { session } = await start('brief', { ttl: '30m' });
    await backend.portal.untilReady(session.id);
    const [{ spec, metadata }] = await shop.sessions();
    expect(spec.ttlSecs).toBeGreaterThan(3600);
    const before = metadata.resourceVersion;
    await backend.portal.change(session.id, { extendBy: '1s' });
    await backend.portal.untilReady(session.id);
    expect((await shop.sessions())[0].metadata.resourceVersion).toBe(before);
    await backend.portal.change(session.id, { ttl: '1s' });
    expect(await backend.portal.untilEnded(session.id)).toMatchObject({
      endReason: 'expired',
    });
    expect(await shop.sessions()).toEqual([]);
  });

  it('is pinned without touching the resource', async () => {
    const { session } = await start('kept');
    const ready = await backend.portal.untilReady(session.id);
    expect(ready.backstop.state).toBe('set');
    const [before] = await shop.sessions();
    await backend.portal.change(session.id, { pinned: true });
    const pinned = await backend.portal.untilReady(session.id);
    expect(pinned).toMatchObject({ pinned: true, expiresAt: null });
    expect((await shop.sessions())[0].metadata).toEqual(before.metadata);
    await backend.portal.stop(session.id);
    await backend.portal.untilEnded(session.id);
  });

  it('explains an image that cannot be pulled', async () => {
    const { session } = await start('missing');
    const failed = await backend.portal.untilPhase(session.id, 'failed');
    expect(failed.failure).toMatchObject({ code: 'ImagePullFailed' });
    await backend.portal.stop(session.id);
    await backend.portal.untilEnded(session.id);
  });

  it('shows what was started elsewhere, and lets the owner stop it', async () => {
    const { metadata } = await shop.startElsewhere('by-cli');
    const { id } = await found('by-cli');
    expect(id).toBe(metadata.uid);
    const ready = await backend.portal.untilReady(id);
    expect(ready).toMatchObject({
      readOnly: true,
      via: 'cluster',
      createdBy: 'system',
      entityRef: payments,
      ownerRef: 'group:default/team-payments',
      target: 'deployment/payments',
      image: 'shop/payments:by-cli',
      traffic: { mode: 'steal', filter: { type: 'mirrord-default' } },
      access: { headers: { baggage: 'mirrord-session=by-cli' } },
    });
    expect(ready.expiresAt).not.toBeNull();
    expect(await shop.answers(ready.access.headers)).toBe(
      'shop/payments:by-cli',
    );
    const { items } = await backend.portal.listEnvironments({});
    expect(items.map(({ key }) => key)).toContain('by-cli');

    expect(await refusal(start('by-cli'))).toBe('StartedElsewhere');
    for (const attempt of [
      backend.portal.change(id, { extendBy: '1h' }),
      backend.portal.change(id, { image: 'shop/payments:x' }),
      backend.portal.restart(id),
      backend.portal.verify(id),
    ]) {
      expect(await refusal(attempt)).toBe('StartedElsewhere');
    }
    const stranger = backend.as(PEOPLE.inventory);
    expect(await refusal(stranger.stop(id))).toBe('NotEntityOwner');
    await backend.portal.stop(id, 'in the way');
    expect(await backend.portal.untilEnded(id)).toMatchObject({
      endReason: 'stopped',
    });
    expect(await shop.sessions()).toEqual([]);
    const story = await backend.portal.story(id);
    expect(story).toContainEqual(
      expect.objectContaining({
        action: 'session.started',
        actor: 'system',
        via: 'cluster',
      }),
    );
    expect(story).toContainEqual(
      expect.objectContaining({
        action: 'session.stopped',
        actor: PEOPLE.checkout,
        via: 'api',
        reason: 'in the way',
      }),
    );
  });

  it('lets go of what was removed elsewhere', async () => {
    await shop.startElsewhere('gone');
    const { id } = await found('gone');
    await backend.portal.untilReady(id);
    await shop.removeElsewhere('gone');
    expect(await backend.portal.untilEnded(id)).toMatchObject({
      endReason: 'deleted-in-cluster',
    });
    expect(await backend.portal.story(id)).toContainEqual(
      expect.objectContaining({ action: 'session.stopped', via: 'cluster' }),
    );
  });

  it('tells a failure elsewhere, and that its time was up', async () => {
    await shop.startElsewhere('missing');
    const broken = await found('missing');
    expect(
      (await backend.portal.untilPhase(broken.id, 'failed')).failure,
    ).toMatchObject({ code: 'ImagePullFailed' });
    await shop.startElsewhere('short', { ttlSecs: 5 });
    const { id } = await found('short', {});
    expect(await backend.portal.untilEnded(id)).toMatchObject({
      endReason: 'expired',
    });
    await backend.portal.stop(broken.id);
    await backend.portal.untilEnded(broken.id);
  });

  it('counts an idle one as ready, and says so', async () => {
    await shop.startElsewhere('nap', { idle: { startIdle: true } } as object);
    const { id } = await found('nap');
    const idle = await backend.portal.untilReady(id);
    expect(idle.conditions).toMatchObject([{ type: 'Idle', status: 'True' }]);
    expect(await shop.answers(idle.access.headers)).toBe('shop/payments:nap');
    await until(
      'it is awake',
      () => backend.portal.getSession(id),
      ({ conditions, phase }) => conditions.length === 0 && phase === 'ready',
    );
    await backend.portal.stop(id);
    await backend.portal.untilEnded(id);
  });

  it('holds one watch, however many there are', async () => {
    const watches = Object.entries(shop.cluster.counters.openWatches()).filter(
      ([name]) => name.endsWith(':preview-portal-mirrord'),
    );
    expect(watches).toEqual([[expect.stringMatching(/^previewsessions\./), 1]]);
  });
});
