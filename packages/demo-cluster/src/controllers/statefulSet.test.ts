// SPDX-License-Identifier: Apache-2.0
import { DemoCluster, startDemoCluster } from '../startDemoCluster';
import { TestClient } from '../testing/client';
import {
  NAMESPACE,
  namespace,
  replicaSet,
  template,
} from '../testing/manifests';

jest.setTimeout(60_000);

const at = (path: string) => path.replace('NS', `namespaces/${NAMESPACE}`);
const PODS = at('/api/v1/NS/pods');
const isReady = (pod: any) =>
  pod.status.conditions?.some(
    (one: any) => one.type === 'Ready' && one.status === 'True',
  );
const settled = (count: number) => (pods: any[]) =>
  pods.length === count && pods.every(isReady);
const { ok } = TestClient;

describe('StatefulSet', () => {
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

  it('a StatefulSet makes numbered pods, one after the other, with their claims', async () => {
    const claim = {
      metadata: { name: 'data' },
      spec: {
        accessModes: ['ReadWriteOnce'],
        resources: { requests: { storage: '1Gi' } },
      },
    };
    const pod = template({ app: 'db' });
    pod.spec.containers[0].volumeMounts = [
      { name: 'data', mountPath: '/data' },
    ];
    const set = {
      ...replicaSet('db', {
        replicas: 2,
        serviceName: 'db',
        volumeClaimTemplates: [claim],
        template: pod,
      }),
      kind: 'StatefulSet',
    };
    ok(await client.post(at('/apis/apps/v1/NS/statefulsets'), set));
    const pods = await client.until(PODS, settled(2));
    expect(pods.map(one => one.metadata.name).sort()).toEqual(['db-0', 'db-1']);
    const claims = (await client.raw(at('/api/v1/NS/persistentvolumeclaims')))
      .body.items;
    expect(
      claims.map((one: any) => [one.metadata.name, one.status.phase]),
    ).toEqual([
      ['data-db-0', 'Bound'],
      ['data-db-1', 'Bound'],
    ]);
  });
});
