// SPDX-License-Identifier: Apache-2.0
import { CustomObjectsApi, KubeConfig, Watch } from '@kubernetes/client-node';
import { systemClock } from '../clock';
import { RunningGateway, startGateway } from '../gateway';
import { accounts, seedObjects, systemNamespace } from '../shop';
import { DemoCluster, startDemoCluster } from '../startDemoCluster';
import { PreviewSession } from './objects';
import { previewOfPayments } from './previewOfPayments';
import { RunningOperator, startOperator } from './startOperator';

jest.setTimeout(60_000);

const LISTENER_PORT = 8088;
const STABLE = 'shop/payments:4.4.1';
const namespace = 'shop-payments';
const sessions = {
  group: 'preview.mirrord.metalbear.co',
  version: 'v1alpha',
  plural: 'previewsessions',
  namespace,
};

let cluster: DemoCluster;
let gateway: RunningGateway;
let operator: RunningOperator;
let api: CustomObjectsApi;

function kubeConfig(name?: string): KubeConfig {
  const serviceAccount = name && { namespace: systemNamespace, name };
  const loaded = new KubeConfig();
  loaded.loadFromString(
    cluster.kubeconfig([
      { context: 'test', ...(serviceAccount && { serviceAccount }) },
    ]),
  );
  return loaded;
}

async function until<T>(
  look: () => Promise<T>,
  isIt: (seen: T) => boolean,
): Promise<T> {
  for (;;) {
    const seen = await look();
    if (isIt(seen)) return seen;
    await new Promise<void>(resolve => systemClock.after(20, resolve));
  }
}

const ask = async (headers: Record<string, string> = {}) => {
  const answer = await fetch(`${gateway.url}/payments`, { headers });
  return {
    status: answer.status,
    headers: answer.headers,
    text: await answer.text(),
  };
};
const image = async (headers?: Record<string, string>) => {
  const { status, text } = await ask(headers);
  return status === 200 ? JSON.parse(text).image : status;
};

async function start(
  name: string,
  spec: Partial<PreviewSession['spec']> = {},
): Promise<void> {
  const filter = JSON.stringify({ header_filter: `^x-preview-key: ${name}$` });
  await api.createNamespacedCustomObject({
    ...sessions,
    body: previewOfPayments(name, {
      incoming: { steal: true, httpFilter: filter },
      ...spec,
    }),
  });
}

const get = (name: string) =>
  api
    .getNamespacedCustomObject({ ...sessions, name })
    .catch(error => (error.code === 404 ? null : Promise.reject(error)));
const reaches = (name: string, phase: string) =>
  until(
    () => get(name),
    seen => seen?.status?.phase === phase,
  );

beforeAll(async () => {
  cluster = await startDemoCluster({
    speed: 0,
    seed: seedObjects({ gatewayPort: LISTENER_PORT }),
  });
  api = kubeConfig().makeApiClient(CustomObjectsApi);
  const clock = systemClock;
  operator = startOperator({
    kubeConfig: kubeConfig(accounts.operator),
    clock,
  });
  gateway = await startGateway({
    kubeConfig: kubeConfig(accounts.gateway),
    port: 0,
    listenerPort: LISTENER_PORT,
    clock,
    agents: operator.agents,
  });
  await gateway.ready;
  await until(
    () => image(),
    seen => seen === STABLE,
  );
});

afterAll(async () => {
  operator?.stop();
  await gateway?.stop();
  await cluster?.stop();
});

it('says what it is', async () => {
  const itself = await until(
    () =>
      api
        .getClusterCustomObject({
          group: 'operator.metalbear.co',
          version: 'v1',
          plural: 'mirrordoperators',
          name: 'operator',
        })
        .catch(() => null),
    seen => seen !== null,
  );
  expect(itself.spec.supported_features).toContain('PreviewEnv');
});

it('gives a preview its own requests and no others, until it is deleted', async () => {
  await start('pr-1');
  const { status } = await reaches('pr-1', 'Ready');
  expect(Date.parse(status.expiresAt)).toBeGreaterThan(
    Date.parse(status.startedAt),
  );
  await until(
    () => image({ 'x-preview-key': 'pr-1' }),
    seen => seen === 'shop/payments:pr-1',
  );
  const mine = await ask({ 'x-preview-key': 'pr-1' });
  expect(mine.headers.get('mirrord-key')).toBe('pr-1');
  expect(await image()).toBe(STABLE);
  expect(await image({ 'x-preview-key': 'pr-12' })).toBe(STABLE);

  await api.deleteNamespacedCustomObject({ ...sessions, name: 'pr-1' });
  await until(
    () => get('pr-1'),
    seen => seen === null,
  );
  expect(await image({ 'x-preview-key': 'pr-1' })).toBe(STABLE);
});

it('copies requests, and drops the answers', async () => {
  await start('copy', { incoming: { steal: false } });
  await reaches('copy', 'Ready');
  expect(await image()).toBe(STABLE);
  await api.deleteNamespacedCustomObject({ ...sessions, name: 'copy' });
});

it('explains a failure, and runs nothing after it', async () => {
  await start('missing');
  const { status } = await reaches('missing', 'Failed');
  expect(status.failureMessage).toMatch(/ErrImagePull|ImagePullBackOff/);
  expect(await image({ 'x-preview-key': 'missing' })).toBe(STABLE);
});

it('wakes a sleeping preview by its first request', async () => {
  await start('nap', { idle: { startIdle: true } });
  await reaches('nap', 'Idle');
  await until(
    () => image({ 'x-preview-key': 'nap' }),
    seen => seen === 'shop/payments:nap',
  );
  const { status } = await reaches('nap', 'Ready');
  expect(status.idleSince ?? null).toBeNull();
});

it('ends a preview when its time is up', async () => {
  // Who asks now and then may miss how it is for a second.
  const phases = new Set<string | undefined>();
  const { group, version, plural } = sessions;
  const path = `/apis/${group}/${version}/namespaces/${namespace}/${plural}`;
  const fieldSelector = 'metadata.name=short';
  let gone = () => {};
  const ended = new Promise<void>(resolve => (gone = resolve));
  const watch = await new Watch(kubeConfig()).watch(
    path,
    { fieldSelector },
    (type, { status }: PreviewSession) =>
      type === 'DELETED' ? gone() : phases.add(status?.phase),
    () => {},
  );
  await start('short', { ttlSecs: 1 });
  await ended;
  watch.abort();
  expect([...phases]).toContain('Ready');
  expect(await get('short')).toBeNull();
});
