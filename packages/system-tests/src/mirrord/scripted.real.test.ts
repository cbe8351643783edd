// SPDX-License-Identifier: Apache-2.0
import type { PreviewSession } from '@preview-environments/backstage-plugin-preview-common';
import { readFileSync, writeFileSync } from 'node:fs';
import { aBackend, type RunningBackend } from '../backend/aBackend';
import { emptyDatabase, ENGINES } from '../backend/product';
import { fromFile } from '../fixtures/kubeConfigs';
import { until } from '../fixtures/until';
import { aCluster, type MirrordCluster } from './aCluster';
import { checkoutIn } from './checkoutIn';
import { Relay } from './Relay';

jest.setTimeout(120_000);

const FAR = '2100-01-01T00:00:00Z';

describe.each(ENGINES)('a portal and a scripted operator, on %s', engine => {
  let cluster: MirrordCluster;
  let relay: Relay;
  let backend: RunningBackend;

  beforeAll(async () => {
    cluster = await aCluster();
    const { server } = fromFile(cluster.kubeconfig).getCurrentCluster()!;
    relay = new Relay(server);
    const port = await relay.start();
    writeFileSync(
      cluster.kubeconfig,
      readFileSync(cluster.kubeconfig, 'utf8').replace(
        server,
        `https://127.0.0.1:${port}`,
      ),
    );
    backend = await aBackend(
      await emptyDatabase(engine),
      { kubeconfig: cluster.kubeconfig, gateway: { url: '' } as never },
      {
        clusters: [
          {
            name: 'staging',
            kubeconfig: { file: cluster.kubeconfig },
            namespaces: [cluster.namespace],
            driver: 'mirrord',
          },
        ],
        lifecycle: { readinessTimeout: '20s', keepFailed: '1s' },
      },
      [checkoutIn(cluster.namespace)],
    );
  });
  afterAll(async () => {
    await backend?.stop();
    await relay?.stop();
    await cluster?.stop();
  });

  const start = async (key: string, more: object = {}) => {
    const { session } = await backend.portal.start({
      entityRef: 'component:default/checkout',
      image: `shop/checkout:${key}`,
      key,
      ...more,
    });
    return session.id;
  };
  /** The resource, once the portal has written it. */
  const written = async () => {
    await until(
      'the resource',
      () => cluster.operator.sessions(),
      sessions => sessions.some(({ metadata }) => !metadata.deletionTimestamp),
    );
    return cluster.operator.session();
  };
  const becomes = (id: string, seen: (session: PreviewSession) => boolean) =>
    until('what it shall become', () => backend.portal.getSession(id), seen);
  const ready = async (key: string) => {
    const id = await start(key);
    const resource = await written();
    await cluster.operator.report(resource, {
      phase: 'Ready',
      expiresAt: FAR,
    });
    await backend.portal.untilReady(id);
    return { id, resource };
  };
  const stopped = async (id: string) => {
    await backend.portal.stop(id);
    return backend.portal.untilEnded(id);
  };

  it('follows the operator through all its phases', async () => {
    const id = await start('phases');
    const resource = await written();
    const { operator } = cluster;
    for (const phase of ['Initializing', 'Waiting', 'Unknown']) {
      await operator.report(resource, { phase });
      const { phase: ours, failure } = await backend.portal.getSession(id);
      expect([ours, failure]).toEqual(['provisioning', null]);
    }
    await operator.report(resource, { phase: 'Ready', expiresAt: FAR });
    await backend.portal.untilReady(id);
    await operator.report(resource, { phase: 'Idle' });
    const idle = await becomes(id, ({ conditions }) => conditions.length > 0);
    expect(idle).toMatchObject({
      phase: 'ready',
      conditions: [{ type: 'Idle', status: 'True' }],
    });
    await operator.report(resource, { phase: 'Waiting' });
    await becomes(id, ({ phase }) => phase === 'degraded');
    await operator.report(resource, { phase: 'Ready' });
    const again = await becomes(id, ({ phase }) => phase === 'ready');
    expect(again.conditions).toEqual([]);
    await stopped(id);
  });

  it('explains a start that failed, and removes it after a while', async () => {
    const id = await start('broken');
    await cluster.operator.report(await written(), {
      phase: 'Failed',
      failureMessage: 'ErrImagePull: manifest unknown',
      failedAt: '2026-11-21T12:00:00Z',
    });
    const failed = await becomes(id, ({ failure }) => failure !== null);
    expect(failed.failure).toMatchObject({ code: 'ImagePullFailed' });
    expect(await backend.portal.untilEnded(id)).toMatchObject({
      endReason: 'failed',
    });
    expect(await cluster.operator.sessions()).toEqual([]);
  });

  it('gives an operator up that says nothing', async () => {
    const id = await start('silence');
    const failed = await becomes(id, ({ failure }) => failure !== null);
    expect(failed.failure).toMatchObject({ code: 'ReadinessTimeout' });
    await backend.portal.untilEnded(id);
  });

  it('never makes again what somebody else deleted', async () => {
    const { id, resource } = await ready('deleted');
    await cluster.operator.remove(resource);
    expect(await backend.portal.untilEnded(id)).toMatchObject({
      endReason: 'deleted-in-cluster',
    });
    expect(await backend.portal.story(id)).toContainEqual(
      expect.objectContaining({ action: 'session.stopped', via: 'cluster' }),
    );
    expect(await cluster.operator.sessions()).toEqual([]);
  });

  it('creates nothing of which the cluster would drop a field', async () => {
    const remember = await cluster.operator.forget('replicas', async () => {
      const { checks } = await backend.portal.preflight({
        entityRef: 'component:default/checkout',
        image: 'shop/checkout:pruned',
        key: 'pruned',
        replicas: 2,
      });
      return checks.some(
        ({ status, message }) =>
          status === 'failed' && message.includes('replicas'),
      );
    });
    try {
      const id = await start('pruned', { replicas: 2 });
      const failed = await becomes(id, ({ failure }) => failure !== null);
      expect(failed.failure!.message).toContain('replicas');
      expect(await cluster.operator.sessions()).toEqual([]);
      await backend.portal.untilEnded(id);
    } finally {
      await remember();
    }
  });

  it('runs on while the operator is upgraded, and is updated by the new one', async () => {
    const { id, resource } = await ready('upgrade');
    await cluster.operator.hold(resource);
    await cluster.operator.withdraw();
    await cluster.operator.announce({ operator_version: '3.250.0' });
    expect(await backend.portal.getSession(id)).toMatchObject({
      phase: 'ready',
    });
    await backend.portal.change(id, { image: 'shop/checkout:next' });
    await until(
      'the old resource is going',
      () => cluster.operator.sessions(),
      ([{ metadata }]) => metadata.deletionTimestamp !== undefined,
    );
    expect(await cluster.operator.sessions()).toHaveLength(1);
    await cluster.operator.release(resource);
    const next = await written();
    expect(next.spec.image).toBe('shop/checkout:next');
    await cluster.operator.report(next, {
      phase: 'Ready',
      expiresAt: FAR,
    });
    await backend.portal.untilReady(id);
    await stopped(id);
  });

  it('starts nothing without a licence, and leaves what runs alone', async () => {
    const { id } = await ready('licensed');
    await cluster.operator.announce({
      license: { name: 'trial', expire_at: '2026-01-01' },
    });
    const other = await start('unlicensed');
    const failed = await becomes(other, ({ failure }) => failure !== null);
    expect(failed.failure).toMatchObject({
      code: 'OperatorUnavailable',
      message: expect.stringContaining('2026-01-01'),
    });
    expect(await backend.portal.getSession(id)).toMatchObject({
      phase: 'ready',
    });
    await cluster.operator.announce();
    await backend.portal.untilEnded(other);
    await stopped(id);
  });

  // A minute in life; what is waited for is the same.
  it('waits for a finalizer, and says stopping until then', async () => {
    const { id, resource } = await ready('held');
    await cluster.operator.hold(resource);
    await backend.portal.stop(id);
    await until('the resource is going', () =>
      cluster.operator.session().then(
        () => false,
        () => true,
      ),
    );
    const { done } = await backend.portal.wait(id, {
      for: 'stopped',
      timeout: 3,
    });
    expect(done).toBe(false);
    expect(await backend.portal.getSession(id)).toMatchObject({
      phase: 'stopping',
      endedAt: null,
    });
    await cluster.operator.release(resource);
    expect(await backend.portal.untilEnded(id)).toMatchObject({
      endReason: 'stopped',
    });
  });

  it('goes on when an API server that was away is back', async () => {
    const { id } = await ready('away');
    relay.cut();
    await backend.portal.stop(id);
    const { done } = await backend.portal.wait(id, {
      for: 'stopped',
      timeout: 3,
    });
    expect(done).toBe(false);
    expect(await cluster.operator.sessions()).toHaveLength(1);
    relay.mend();
    expect(await backend.portal.untilEnded(id)).toMatchObject({
      endReason: 'stopped',
    });
    expect(await cluster.operator.sessions()).toEqual([]);
  });

  it('shows, and lets go of, what was started elsewhere', async () => {
    const { id: own } = await ready('mine');
    const resource = await cluster.operator.startElsewhere('theirs');
    const { items } = await until(
      'the preview',
      () => backend.portal.listSessions({ key: 'theirs' }),
      page => page.items.length > 0,
    );
    expect(items).toMatchObject([
      { id: resource.metadata.uid, readOnly: true, via: 'cluster' },
    ]);
    await cluster.operator.report(resource, {
      phase: 'Ready',
      expiresAt: FAR,
    });
    await backend.portal.untilReady(items[0].id);
    await cluster.operator.remove(resource);
    expect(await backend.portal.untilEnded(items[0].id)).toMatchObject({
      endReason: 'deleted-in-cluster',
    });
    expect(await backend.portal.getSession(own)).toMatchObject({
      phase: 'ready',
    });
    await stopped(own);
  });
});
