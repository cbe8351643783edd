// SPDX-License-Identifier: Apache-2.0
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
  template,
} from '../testing/manifests';

jest.setTimeout(60_000);

const at = (path: string) => path.replace('NS', `namespaces/${NAMESPACE}`);
const PODS = at('/api/v1/NS/pods');
const SETS = at('/apis/apps/v1/NS/replicasets');
const DEPLOYMENTS = at('/apis/apps/v1/NS/deployments');
const BUDGETS = at('/apis/policy/v1/NS/poddisruptionbudgets');
const isReady = (pod: any) =>
  pod.status.conditions?.some(
    (one: any) => one.type === 'Ready' && one.status === 'True',
  );
const settled = (count: number) => (pods: any[]) =>
  pods.length === count && pods.every(isReady);
const { ok } = TestClient;

describe('workloads', () => {
  let cluster: DemoCluster;
  let client: TestClient;

  beforeEach(async () => {
    cluster = await startDemoCluster({ speed: 0, seed: [namespace()] });
    client = new TestClient(cluster);
  });

  afterEach(async () => {
    client.close();
    await cluster.stop();
  });

  const patch = (path: string, body: object) =>
    client.raw(path, {
      method: 'PATCH',
      contentType: 'application/strategic-merge-patch+json',
      body,
    });

  it('a Deployment rolls out revision by revision and back', async () => {
    ok(await client.post(DEPLOYMENTS, deployment('web', { replicas: 2 })));
    await client.until(PODS, settled(2));
    const image = (tag: string) => ({
      spec: {
        template: {
          spec: { containers: [{ name: 'app', image: `shop/web:${tag}` }] },
        },
      },
    });
    ok(await patch(`${DEPLOYMENTS}/web`, image('next')));
    const pods = await client.until(
      PODS,
      all =>
        settled(2)(all) &&
        all.every(pod => pod.spec.containers[0].image === 'shop/web:next'),
    );
    expect(
      new Set(pods.map(pod => pod.metadata.labels['pod-template-hash'])).size,
    ).toBe(1);
    const sets = await client.until(SETS, all =>
      all.some(set => set.spec.replicas === 0),
    );
    expect(
      sets
        .map(
          set => set.metadata.annotations['deployment.kubernetes.io/revision'],
        )
        .sort(),
    ).toEqual(['1', '2']);
    const [web] = await client.until(DEPLOYMENTS, ([one]) =>
      one.status?.conditions?.some(
        (condition: any) => condition.reason === 'NewReplicaSetAvailable',
      ),
    );
    expect(web.status).toMatchObject({
      replicas: 2,
      updatedReplicas: 2,
      readyReplicas: 2,
      availableReplicas: 2,
    });
  });

  it('a rollout that never becomes ready leaves the old pods serving', async () => {
    ok(await client.post(DEPLOYMENTS, deployment('web', { replicas: 2 })));
    const before = await client.until(PODS, settled(2));
    ok(
      await patch(`${DEPLOYMENTS}/web`, {
        spec: {
          template: {
            spec: { containers: [{ name: 'app', image: 'shop/web:missing' }] },
          },
        },
      }),
    );
    const after = await client.until(PODS, all =>
      all.some(
        pod =>
          pod.status.containerStatuses?.[0].state.waiting?.reason ===
          'ErrImagePull',
      ),
    );
    const names = after.filter(isReady).map(pod => pod.metadata.name);
    expect(names.sort()).toEqual(before.map(pod => pod.metadata.name).sort());
  });

  it('a pod that loses its labels is released, and replaced', async () => {
    ok(await client.post(SETS, replicaSet('web')));
    const [pod] = await client.until(PODS, settled(1));
    ok(
      await patch(`${PODS}/${pod.metadata.name}`, {
        metadata: { labels: { app: 'other' } },
      }),
    );
    const pods = await client.until(PODS, settled(2));
    expect(
      pods.find(one => one.metadata.name === pod.metadata.name).metadata
        .ownerReferences,
    ).toBeUndefined();
  });

  it('an orphan with the labels of a ReplicaSet is adopted, and one pod too many goes', async () => {
    ok(await client.post(SETS, replicaSet('web')));
    await client.until(PODS, settled(1));
    const { metadata, spec } = template({ app: 'web' }, 'shop/web:preview');
    ok(
      await client.post(PODS, {
        metadata: { ...metadata, name: 'orphan' },
        spec,
      }),
    );
    const events = await client.until(at('/api/v1/NS/events'), all =>
      all.some(event => event.reason === 'SuccessfulDelete'),
    );
    expect(events.some(event => /^Deleted pod: /.test(event.message))).toBe(
      true,
    );
    await client.until(PODS, all => all.length === 1);
  });

  it('Services list the pods that are ready, and those only', async () => {
    ok(
      await client.post(
        at('/api/v1/NS/services'),
        service('web', { app: 'web' }),
      ),
    );
    ok(await client.post(SETS, replicaSet('web')));
    const [pod] = await client.until(PODS, settled(1));
    const slices = at('/apis/discovery.k8s.io/v1/NS/endpointslices');
    const [slice] = await client.until(
      slices,
      ([one]) => one?.endpoints?.[0]?.conditions.ready,
    );
    expect(slice).toMatchObject({
      ports: [{ name: 'http', port: 8080 }],
      endpoints: [
        {
          addresses: [pod.status.podIP],
          targetRef: { name: pod.metadata.name },
        },
      ],
    });
    ok(await patch(`${SETS}/web`, { spec: { replicas: 0 } }));
    await client.until(slices, ([one]) => !one.endpoints?.length);
    await client.until(
      at('/api/v1/NS/endpoints'),
      ([one]) => one.subsets === undefined,
    );
  });

  it('a budget counts every pod that it selects: one preview with inherited labels takes the last disruption', async () => {
    ok(await client.post(DEPLOYMENTS, deployment('web', { replicas: 3 })));
    const spec = {
      maxUnavailable: 1,
      selector: { matchLabels: { app: 'web' } },
    };
    ok(await client.post(BUDGETS, { metadata: { name: 'web' }, spec }));
    const allowed =
      (count: number) =>
      ([one]: any[]) =>
        one?.status?.disruptionsAllowed === count;
    await client.until(BUDGETS, allowed(1));
    const root = ok(
      await client.post(at('/apis/batch/v1/NS/jobs'), rootJob('root')),
    );
    const gated = template({ app: 'web', preview: 'p' }, 'shop/web:p', {
      readinessGates: [{ conditionType: 'never' }],
    });
    ok(
      await client.post(
        SETS,
        ownedBy(
          root,
          replicaSet('pv', {
            selector: { matchLabels: { preview: 'p' } },
            template: gated,
          }),
        ),
      ),
    );
    const [budget] = await client.until(BUDGETS, allowed(0));
    expect(budget.status).toMatchObject({
      currentHealthy: 3,
      expectedPods: 4,
      desiredHealthy: 3,
    });
    const pod = (await client.raw(PODS)).body.items.find(isReady);
    const eviction = await client.post(
      `${PODS}/${pod.metadata.name}/eviction`,
      {},
    );
    expect([eviction.code, eviction.body.message]).toEqual([
      429,
      "Cannot evict pod as it would violate the pod's disruption budget.",
    ]);
  });

  it('a Job runs its pods to the end', async () => {
    const jobs = at('/apis/batch/v1/NS/jobs');
    ok(
      await client.post(
        jobs,
        rootJob('once', { parallelism: 1, ttlSecondsAfterFinished: undefined }),
      ),
    );
    const [job] = await client.until(jobs, ([one]) =>
      one.status?.conditions?.some(
        (condition: any) => condition.type === 'Complete',
      ),
    );
    expect(job.status).toMatchObject({
      succeeded: 1,
      startTime: expect.any(String),
      completionTime: expect.any(String),
    });
  });

  it('a namespace goes with everything in it', async () => {
    ok(await client.post(DEPLOYMENTS, deployment('web')));
    await client.until(PODS, settled(1));
    const { body } = await client.raw(`/api/v1/namespaces/${NAMESPACE}`, {
      method: 'DELETE',
    });
    expect(body.status.phase).toBe('Terminating');
    const refused = await client.post(at('/api/v1/NS/configmaps'), {
      metadata: { name: 'late' },
    });
    expect(refused.code).toBe(403);
    await client.until('/api/v1/namespaces', all =>
      all.every(({ metadata }) => metadata.name !== NAMESPACE),
    );
    expect((await client.raw(PODS)).body.items).toEqual([]);
  });

  it('deleting in the foreground waits for what blocks it', async () => {
    ok(await client.post(DEPLOYMENTS, deployment('web')));
    await client.until(PODS, settled(1));
    const { body } = await client.raw(`${DEPLOYMENTS}/web`, {
      method: 'DELETE',
      body: { propagationPolicy: 'Foreground' },
    });
    expect(body.metadata.finalizers).toEqual(['foregroundDeletion']);
    await client.until(DEPLOYMENTS, all => all.length === 0);
    expect((await client.raw(PODS)).body.items).toEqual([]);
  });
});
