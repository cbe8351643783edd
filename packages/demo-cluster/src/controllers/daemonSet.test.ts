// SPDX-License-Identifier: Apache-2.0
import { DemoCluster, startDemoCluster } from '../startDemoCluster';
import { TestClient } from '../testing/client';
import { NAMESPACE, namespace, template } from '../testing/manifests';

jest.setTimeout(60_000);

const SETS = `/apis/apps/v1/namespaces/${NAMESPACE}/daemonsets`;
const PODS = `/api/v1/namespaces/${NAMESPACE}/pods`;
const { ok } = TestClient;

describe('DaemonSet', () => {
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

  it('keeps one pod on the node, of its present template', async () => {
    const spec = (image: string) => ({
      selector: { matchLabels: { app: 'agent' } },
      template: template({ app: 'agent' }, image),
    });
    ok(
      await client.post(SETS, {
        metadata: { name: 'agent' },
        spec: spec('agent:1'),
      }),
    );
    const ready = ([set]: any[]) => set?.status?.numberReady === 1;
    const [set] = await client.until(SETS, ready);
    expect(set.status).toMatchObject({
      desiredNumberScheduled: 1,
      currentNumberScheduled: 1,
    });
    const body = { ...set, spec: { ...set.spec, ...spec('agent:2') } };
    delete body.metadata.resourceVersion;
    ok(await client.raw(`${SETS}/agent`, { method: 'PUT', body }));
    const pods = await client.until(
      PODS,
      all => all.length === 1 && all[0].spec.containers[0].image === 'agent:2',
    );
    expect(pods[0].metadata.ownerReferences[0].kind).toBe('DaemonSet');
  });
});
