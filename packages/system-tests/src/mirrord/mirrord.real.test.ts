// SPDX-License-Identifier: Apache-2.0
import type {
  DriverChange,
  SessionIntent,
} from '@preview-environments/backstage-plugin-preview-node';
import { until } from '../fixtures/until';
import { aCluster, type MirrordCluster } from './aCluster';

jest.setTimeout(120_000);

const NOW = Date.parse('2026-11-21T12:00:00Z');

describe('the mirrord driver on a real API server', () => {
  let cluster: MirrordCluster;
  let count = 0;
  beforeAll(async () => {
    cluster = await aCluster();
  });
  afterAll(() => cluster?.stop());
  afterEach(async () => {
    await cluster.operator.announce();
    for (const session of await cluster.operator.sessions()) {
      await cluster.operator.release(session);
      await cluster.operator.remove(session);
    }
    await until(
      'all sessions are gone',
      () => cluster.operator.sessions(),
      left => left.length === 0,
    );
  });

  function anIntent(more: Partial<SessionIntent> = {}): SessionIntent {
    count += 1;
    return {
      sessionId: `session-${count}`,
      key: 'pr-1',
      cluster: 'staging',
      namespace: cluster.namespace,
      handle: null,
      entityRef: 'component:default/checkout',
      target: { kind: 'deployment', name: 'checkout' },
      traffic: { mode: 'steal', filter: null },
      labelMode: 'inherit',
      replicas: 1,
      env: [],
      inputs: {},
      secretFiles: null,
      revisions: [{ number: 1, image: 'shop/checkout:pr-1' }],
      serving: 1,
      routed: true,
      expiresAt: NOW,
      backstopAt: NOW,
      ...more,
    };
  }

  async function started(more: Partial<SessionIntent> = {}) {
    const intent = anIntent(more);
    const { handle } = await cluster.driver.apply(intent);
    return { ...intent, handle };
  }

  it('lives through all phases, an update and a slow end', async () => {
    const { driver, operator } = cluster;
    const intent = await started();
    const first = await operator.session();
    expect(first.spec.target.container).toBe('web');
    await operator.hold(first);
    for (const phase of ['Initializing', 'Waiting', 'Unknown']) {
      await operator.report(first, { phase });
      expect(await driver.observe(intent)).toMatchObject({
        exists: true,
        serving: null,
        revisions: [{ available: false }],
      });
    }
    for (const phase of ['Ready', 'Idle', 'Waiting', 'Ready']) {
      await operator.report(first, { phase });
      const up = phase !== 'Waiting';
      expect(await driver.observe(intent)).toMatchObject({
        serving: up ? 1 : null,
        route: { state: up ? 'attached' : 'pending' },
      });
    }

    const next = {
      ...intent,
      revisions: [
        ...intent.revisions,
        { number: 2, image: 'shop/checkout:pr-1b' },
      ],
    };
    for (let times = 0; times < 2; times += 1) {
      expect(await driver.apply(next)).toMatchObject({
        exists: true,
        serving: null,
        inSync: false,
      });
      expect(await operator.sessions()).toHaveLength(1);
    }
    await operator.release(first);
    const applied = await driver.apply(next);
    expect(applied).toMatchObject({ exists: true, inSync: true });
    const second = await operator.session();
    expect(second.spec.image).toBe('shop/checkout:pr-1b');

    await operator.hold(second);
    const after = { ...next, handle: applied.handle };
    expect(await driver.remove(after)).toBe('accepted');
    expect(await driver.observe(after)).toMatchObject({ terminating: true });
    expect(await driver.remove(after)).toBe('accepted');
    await operator.release(second);
    expect(await driver.remove(after)).toBe('gone');
  });

  it('writes one resource, however often and at once it is asked', async () => {
    const intent = anIntent();
    const answers = await Promise.all(
      [1, 2, 3].map(() => cluster.driver.apply(intent)),
    );
    expect(new Set(answers.map(({ handle }) => handle)).size).toBe(1);
    const { handle } = await cluster.driver.apply({
      ...intent,
      handle: answers[0].handle,
    });
    expect(handle).toBe(answers[0].handle);
    await cluster.operator.session();
  });

  it('notices that somebody deleted it, and does not make it anew', async () => {
    const intent = await started();
    await cluster.operator.remove(await cluster.operator.session());
    expect(await cluster.driver.observe(intent)).toMatchObject({
      exists: false,
    });
    expect(await cluster.driver.apply(intent)).toMatchObject({ exists: false });
    expect(await cluster.operator.sessions()).toEqual([]);
  });

  it('explains a failed start, keeps it for a look, then removes it', async () => {
    const { driver, operator } = cluster;
    const intent = await started();
    await operator.report(await operator.session(), {
      phase: 'Failed',
      failureMessage: 'container web: ErrImagePull',
    });
    expect(await driver.observe(intent)).toMatchObject({
      problem: { code: 'ImagePullFailed', fatal: true },
      route: { state: 'detached' },
    });
    await driver.remove(intent, { keepPods: true });
    await operator.session();
    await driver.remove(intent);
    expect(await operator.sessions()).toEqual([]);
  });

  it('takes one that may still come up away from its key', async () => {
    const intent = await started();
    await cluster.driver.remove(intent, { keepPods: true });
    expect(await cluster.operator.sessions()).toEqual([]);
  });

  it('refuses what the cluster would drop without a word', async () => {
    const { driver, operator } = cluster;
    const dropped = async () =>
      (await driver.preflight(anIntent({ replicas: 2 }))).checks.some(
        ({ code }) => code === 'FeatureUnsupported',
      );
    const restore = await operator.forget('replicas', dropped);
    try {
      await expect(driver.apply(anIntent({ replicas: 2 }))).rejects.toThrow(
        expect.objectContaining({
          code: 'FeatureUnsupported',
          message: expect.stringContaining('replicas'),
        }),
      );
      expect(await operator.sessions()).toEqual([]);
    } finally {
      await restore();
    }
  });

  it.each([
    ['is not there', null, /No mirrord operator/],
    [
      'has a licence that has expired',
      { license: { expire_at: '2020-01-01' } },
      /expired on 2020-01-01/,
    ],
    ['has previews off', { supported_features: [] }, /switched off/],
  ])('explains an operator that %s', async (_, spec, words) => {
    const { driver, operator } = cluster;
    await (spec ? operator.announce(spec) : operator.withdraw());
    const { checks } = await driver.preflight(anIntent());
    expect(checks[0]).toMatchObject({
      name: 'operator',
      status: 'failed',
      code: 'OperatorUnavailable',
      message: expect.stringMatching(words),
    });
    await expect(driver.apply(anIntent())).rejects.toThrow(words);
    expect(await operator.sessions()).toEqual([]);
  });

  it('does more as soon as the operator was upgraded', async () => {
    const { driver, operator } = cluster;
    await operator.announce({ operator_version: '3.165.2' });
    await expect(driver.apply(anIntent({ replicas: 2 }))).rejects.toThrow(
      /needs 3\.166/,
    );
    await operator.announce({ operator_version: '3.166.0' });
    await started({ replicas: 2 });
    expect((await operator.session()).spec.replicas).toBe(2);
  });

  it('keeps a preview whose operator lost its licence meanwhile', async () => {
    const { driver, operator } = cluster;
    const intent = await started();
    await operator.report(await operator.session(), { phase: 'Ready' });
    await operator.announce({ license: { expire_at: '2020-01-01' } });
    expect(await driver.apply(intent)).toMatchObject({
      exists: true,
      serving: 1,
      problem: null,
    });
  });

  it('takes no requests of a session of somebody else', async () => {
    await started();
    const { checks } = await cluster.driver.preflight(anIntent());
    expect(checks).toContainEqual(
      expect.objectContaining({ code: 'FilterConflict', status: 'failed' }),
    );
    await expect(cluster.driver.apply(anIntent())).rejects.toThrow(
      expect.objectContaining({ code: 'FilterConflict' }),
    );
    await cluster.operator.session();
  });

  it('tells of changes, and lists what is ours', async () => {
    const { driver, namespace } = cluster;
    const stop = new AbortController();
    const changes: DriverChange[] = [];
    const watching = driver.watch(
      'staging',
      change => changes.push(change),
      stop.signal,
    );
    const intent = await started();
    const { sessionId } = intent;
    const told = () => changes.filter(each => each.sessionId === sessionId);
    await until('the start is told', async () => told().length === 1);
    expect(await driver.list('staging')).toEqual([
      expect.objectContaining({ sessionId, namespace, key: 'pr-1' }),
    ]);
    await cluster.operator.report(await cluster.operator.session(), {
      phase: 'Ready',
    });
    await until('its phase is told', async () => told().length === 2);
    await driver.remove(intent);
    await until('its end is told', async () => told().length === 3);
    stop.abort();
    await watching;
  });

  it('says that its target is gone', async () => {
    const intent = anIntent({ target: { kind: 'deployment', name: 'other' } });
    expect(await cluster.driver.observe(intent)).toMatchObject({
      targetExists: false,
    });
    await expect(cluster.driver.apply(intent)).rejects.toThrow(
      expect.objectContaining({ code: 'TargetNotFound' }),
    );
  });
});
