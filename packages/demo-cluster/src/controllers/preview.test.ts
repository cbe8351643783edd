// SPDX-License-Identifier: Apache-2.0
import { ManualClock } from '../ManualClock';
import { DemoCluster, startDemoCluster } from '../startDemoCluster';
import { TestClient } from '../testing/client';
import {
  NAMESPACE,
  deployment,
  namespace,
  ownedBy,
  replicaSet,
  rootJob,
  service,
} from '../testing/manifests';

const JOBS = `/apis/batch/v1/namespaces/${NAMESPACE}/jobs`;
const SETS = `/apis/apps/v1/namespaces/${NAMESPACE}/replicasets`;
const PODS = `/api/v1/namespaces/${NAMESPACE}/pods`;
const SERVICES = `/api/v1/namespaces/${NAMESPACE}/services`;
jest.setTimeout(60_000);

const { ok } = TestClient;
const none = (objects: unknown[]) => objects.length === 0;
const started = (jobs: any[]) => jobs.some(job => job.status?.startTime);
const ready = (pods: any[]) =>
  pods.length > 0 &&
  pods.every(pod =>
    pod.status.conditions?.some(
      (one: any) => one.type === 'Ready' && one.status === 'True',
    ),
  );

describe('a root Job and what it owns', () => {
  let clock: ManualClock;
  let cluster: DemoCluster;
  let client: TestClient;

  beforeEach(async () => {
    clock = new ManualClock(Date.parse('2026-11-20T12:00:00Z'));
    cluster = await startDemoCluster({ speed: 0, clock, seed: [namespace()] });
    client = new TestClient(cluster);
  });

  afterEach(async () => {
    client.close();
    await cluster.stop();
  });

  async function preview(spec = {}) {
    ok(await client.apply(`${JOBS}/pv-root`, rootJob('pv-root', spec)));
    const [root] = await client.until(JOBS, started);
    ok(
      await client.apply(`${SETS}/pv-set`, ownedBy(root, replicaSet('pv-set'))),
    );
    ok(
      await client.apply(
        `${SERVICES}/pv-svc`,
        ownedBy(root, service('pv-svc', { app: 'pv-set' })),
      ),
    );
    await client.until(PODS, ready);
    return root;
  }

  it('goes at its deadline with everything that it owns', async () => {
    await preview();
    clock.advance(59_000);
    expect((await client.raw(JOBS)).body.items).toHaveLength(1);
    clock.advance(1_000);
    await Promise.all(
      [JOBS, SETS, PODS, SERVICES].map(path => client.until(path, none)),
    );
  });

  it('lives longer when its deadline is raised in time', async () => {
    await preview();
    clock.advance(59_000);
    ok(
      await client.apply(
        `${JOBS}/pv-root`,
        rootJob('pv-root', { activeDeadlineSeconds: 120 }),
      ),
    );
    clock.advance(1_000);
    expect((await client.raw(SETS)).body.items).toHaveLength(1);
    clock.advance(60_000);
    await client.until(SETS, none);
  });

  it('loses its start time while it is suspended', async () => {
    await preview();
    ok(
      await client.apply(
        `${JOBS}/pv-root`,
        rootJob('pv-root', { suspend: true }),
      ),
    );
    await client.until(JOBS, ([job]) =>
      job.status.conditions?.some(
        (one: any) => one.type === 'Suspended' && one.status === 'True',
      ),
    );
    const { body } = await client.raw(`${JOBS}/pv-root`);
    expect(body.status.startTime).toBeUndefined();
    clock.advance(3_600_000);
    ok(
      await client.apply(
        `${JOBS}/pv-root`,
        rootJob('pv-root', { suspend: false }),
      ),
    );
    const [resumed] = await client.until(JOBS, started);
    expect(resumed.status.startTime).toBe('2026-11-20T13:00:00Z');
  });

  it('leaves its dependents behind when it is deleted without a policy, and says so', async () => {
    await preview();
    const { headers } = await client.raw(`${JOBS}/pv-root`, {
      method: 'DELETE',
    });
    expect(headers.warning).toContain('child pods are preserved by default');
    await client.until(JOBS, none);
    const [set] = (await client.raw(SETS)).body.items;
    expect(set.metadata.ownerReferences).toBeUndefined();
    expect((await client.raw(SERVICES)).body.items).toHaveLength(1);
  });

  it('takes everything along when it is deleted in the background', async () => {
    const root = await preview();
    const answer = await client.raw(`${JOBS}/pv-root`, {
      method: 'DELETE',
      body: {
        propagationPolicy: 'Background',
        preconditions: { uid: root.metadata.uid },
      },
    });
    expect(answer.code).toBe(200);
    await Promise.all(
      [JOBS, SETS, PODS, SERVICES].map(path => client.until(path, none)),
    );
  });

  it('is not deleted under another uid', async () => {
    await preview();
    const { code, body } = await client.raw(`${JOBS}/pv-root`, {
      method: 'DELETE',
      body: { preconditions: { uid: 'other' } },
    });
    expect(code).toBe(409);
    expect(body.message).toMatch(
      /^Operation cannot be fulfilled on Job.batch "pv-root": the UID in the precondition \(other\) does not match the UID in record/,
    );
  });

  it('cannot own what names another uid', async () => {
    const root = await preview();
    const stale = { ...root, metadata: { ...root.metadata, uid: 'gone' } };
    ok(
      await client.post(
        SERVICES,
        ownedBy(stale, service('stale', { app: 'x' })),
      ),
    );
    const left = await client.until(SERVICES, services =>
      services.every(one => one.metadata.name !== 'stale'),
    );
    expect(left.map(({ metadata }) => metadata.name)).toEqual(['pv-svc']);
  });

  it('cannot own anything in another namespace', async () => {
    const root = await preview();
    ok(await client.post('/api/v1/namespaces', namespace('other')));
    const elsewhere = '/api/v1/namespaces/other/services';
    const foreign = service('foreign', { app: 'x' });
    ok(
      await client.post(
        elsewhere,
        ownedBy(root, { ...foreign, metadata: { name: 'foreign' } }),
      ),
    );
    expect(await client.until(elsewhere, none)).toEqual([]);
  });
});

describe('adoption', () => {
  let cluster: DemoCluster;
  let client: TestClient;

  beforeEach(async () => {
    cluster = await startDemoCluster({
      speed: 0,
      seed: [namespace(), deployment('checkout')],
    });
    client = new TestClient(cluster);
    await client.until(PODS, ready);
  });

  afterEach(async () => {
    client.close();
    await cluster.stop();
  });

  const foreignSet = () => ({
    ...replicaSet(
      'pv-set',
      { selector: { matchLabels: { app: 'checkout', extra: 'x' } } },
      { labels: { app: 'checkout' } },
    ),
  });

  async function createForeign(controller: boolean) {
    const root = ok(await client.post(JOBS, rootJob('pv-root')));
    const set = foreignSet();
    set.spec.template = {
      ...set.spec.template,
      metadata: { labels: { app: 'checkout', extra: 'x' } },
    };
    ok(await client.post(SETS, ownedBy(root, set, controller)));
  }

  it('takes a ReplicaSet with the labels of a Deployment whose owner is no controller, and scales it to 0', async () => {
    await createForeign(false);
    const sets = await client.until(SETS, all =>
      all.some(
        ({ metadata, spec }) =>
          metadata.name === 'pv-set' && spec.replicas === 0,
      ),
    );
    const owners = sets.find(({ metadata }) => metadata.name === 'pv-set')
      .metadata.ownerReferences;
    expect(
      owners.map(({ kind, controller }: any) => [kind, controller]),
    ).toEqual([
      ['Job', false],
      ['Deployment', true],
    ]);
  });

  it('leaves a ReplicaSet alone whose owner is its controller', async () => {
    await createForeign(true);
    const pods = await client.until(
      PODS,
      all => all.length === 2 && ready(all),
    );
    expect(pods).toHaveLength(2);
    const { body } = await client.raw(`${SETS}/pv-set`);
    expect(body.metadata.ownerReferences).toHaveLength(1);
    expect(body.spec.replicas).toBe(1);
  });
});
