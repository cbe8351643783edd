// SPDX-License-Identifier: Apache-2.0
import { DemoCluster, startDemoCluster } from '../startDemoCluster';
import { TestClient } from '../testing/client';
import { NAMESPACE, namespace } from '../testing/manifests';

jest.setTimeout(60_000);

const DEFINITIONS = '/apis/apiextensions.k8s.io/v1/customresourcedefinitions';
const MONITORS = `/apis/monitoring.coreos.com/v1/namespaces/${NAMESPACE}/podmonitors`;

const definition = {
  metadata: { name: 'podmonitors.monitoring.coreos.com' },
  spec: {
    group: 'monitoring.coreos.com',
    scope: 'Namespaced',
    names: { kind: 'PodMonitor', plural: 'podmonitors' },
    versions: [
      {
        name: 'v1',
        served: true,
        storage: true,
        schema: {
          openAPIV3Schema: {
            type: 'object',
            properties: {
              spec: {
                type: 'object',
                properties: {
                  selector: {
                    type: 'object',
                    properties: {
                      matchLabels: {
                        type: 'object',
                        additionalProperties: { type: 'string' },
                      },
                    },
                  },
                },
              },
            },
          },
        },
      },
    ],
  },
};

describe('custom resources', () => {
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

  const define = async () => {
    TestClient.ok(await client.post(DEFINITIONS, definition));
    await client.until(DEFINITIONS, ([one]) =>
      one?.status?.conditions?.some(
        (condition: any) => condition.type === 'Established',
      ),
    );
  };

  it('are not there, then served by their definition, then gone with it', async () => {
    expect((await client.raw(MONITORS)).code).toBe(404);
    await define();
    const spec = { selector: { matchLabels: { app: 'web' } } };
    TestClient.ok(
      await client.apply(`${MONITORS}/web`, {
        apiVersion: 'monitoring.coreos.com/v1',
        kind: 'PodMonitor',
        metadata: { name: 'web' },
        spec,
      }),
    );
    expect((await client.raw(MONITORS)).body.items).toMatchObject([
      { kind: 'PodMonitor', spec },
    ]);
    const { resources } = (await client.raw('/apis/monitoring.coreos.com/v1'))
      .body;
    expect(resources).toMatchObject([
      { name: 'podmonitors', kind: 'PodMonitor', namespaced: true },
    ]);
    await client.raw(`${DEFINITIONS}/${definition.metadata.name}`, {
      method: 'DELETE',
    });
    expect((await client.raw(MONITORS)).code).toBe(404);
  });

  it('are held to their schema', async () => {
    await define();
    const { code, body } = await client.post(
      `${MONITORS}?fieldValidation=Strict`,
      { metadata: { name: 'web' }, spec: { selektor: {} } },
    );
    expect([code, body.message]).toEqual([
      400,
      expect.stringContaining('unknown field "spec.selektor"'),
    ]);
  });
});
