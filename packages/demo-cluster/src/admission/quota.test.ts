// SPDX-License-Identifier: Apache-2.0
import { DemoCluster, startDemoCluster } from '../startDemoCluster';
import { TestClient } from '../testing/client';
import {
  NAMESPACE,
  namespace,
  replicaSet,
  rootJob,
  template,
} from '../testing/manifests';

jest.setTimeout(60_000);

const at = (path: string) => path.replace('NS', `namespaces/${NAMESPACE}`);
const SETS = at('/apis/apps/v1/NS/replicasets');
const PODS = at('/api/v1/NS/pods');
const quota = (hard: object) => ({
  apiVersion: 'v1',
  kind: 'ResourceQuota',
  metadata: { name: 'q', namespace: NAMESPACE },
  spec: { hard },
});

describe('ResourceQuota', () => {
  let cluster: DemoCluster;
  let client: TestClient;

  const start = async (...seed: object[]) => {
    cluster = await startDemoCluster({
      speed: 0,
      seed: [namespace(), ...seed],
    });
    client = new TestClient(cluster);
    await client.until(
      at('/api/v1/NS/serviceaccounts'),
      accounts => accounts.length > 0,
    );
  };

  afterEach(async () => {
    client.close();
    await cluster.stop();
  });

  it('refuses the pod, not the ReplicaSet, which tells why', async () => {
    await start(quota({ pods: '1' }));
    const created = await client.post(SETS, replicaSet('s', { replicas: 2 }));
    expect(created.code).toBe(201);
    const [set] = await client.until(
      SETS,
      ([one]) => one?.status?.conditions?.length > 0,
    );
    expect(set.status.conditions).toMatchObject([
      {
        type: 'ReplicaFailure',
        status: 'True',
        reason: 'FailedCreate',
        message: expect.stringMatching(
          /^pods "s-\w{5}" is forbidden: exceeded quota: q, requested: pods=1, used: pods=1, limited: pods=1$/,
        ),
      },
    ]);
    await client.until(
      at('/api/v1/NS/resourcequotas'),
      ([one]) => one.status?.used.pods === '1',
    );
  });

  it('refuses in a dry run as well', async () => {
    await start(quota({ pods: '0' }));
    const { code, body } = await client.post(`${PODS}?dryRun=All`, {
      metadata: { name: 'p' },
      spec: template({}).spec,
    });
    expect([code, body.message]).toEqual([
      403,
      'pods "p" is forbidden: exceeded quota: q, requested: pods=1, used: pods=0, limited: pods=0',
    ]);
  });

  it('counts objects of any kind', async () => {
    await start(quota({ 'count/jobs.batch': '0' }));
    const { code, body } = await client.post(
      at('/apis/batch/v1/NS/jobs'),
      rootJob('j'),
    );
    expect([code, body.message]).toEqual([
      403,
      'jobs.batch "j" is forbidden: exceeded quota: q, requested: count/jobs.batch=1, used: count/jobs.batch=0, limited: count/jobs.batch=0',
    ]);
  });

  it('wants requests stated, unless a LimitRange states them', async () => {
    await start(quota({ 'requests.cpu': '250m' }));
    const pod = (name: string) => ({
      metadata: { name },
      spec: template({}).spec,
    });
    const silent = await client.post(PODS, pod('a'));
    expect([silent.code, silent.body.message]).toEqual([
      403,
      'pods "a" is forbidden: failed quota: q: must specify requests.cpu for: app',
    ]);
    const spec = {
      limits: [{ type: 'Container', defaultRequest: { cpu: '200m' } }],
    };
    await client.post(at('/api/v1/NS/limitranges'), {
      metadata: { name: 'l' },
      spec,
    });
    expect((await client.post(PODS, pod('a'))).code).toBe(201);
    const second = await client.post(PODS, pod('b'));
    expect(second.body.message).toBe(
      'pods "b" is forbidden: exceeded quota: q, requested: requests.cpu=200m, used: requests.cpu=200m, limited: requests.cpu=250m',
    );
  });
});
