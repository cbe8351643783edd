// SPDX-License-Identifier: Apache-2.0
import { DemoCluster, startDemoCluster } from '../startDemoCluster';
import { TestClient } from '../testing/client';
import {
  NAMESPACE,
  deployment,
  namespace,
  replicaSet,
  rootJob,
  service,
} from '../testing/manifests';

jest.setTimeout(60_000);

const at = (path: string) => `${path.replace('NS', `namespaces/${NAMESPACE}`)}`;
const SETS = at('/apis/apps/v1/NS/replicasets');
const ROUTES = at('/apis/gateway.networking.k8s.io/v1/NS/httproutes');

const exactly = (text: string) =>
  new RegExp(`^${text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}$`);

const route = (spec: any) => ({
  apiVersion: 'gateway.networking.k8s.io/v1',
  kind: 'HTTPRoute',
  metadata: { name: 'r', namespace: NAMESPACE },
  spec,
});

describe('what is refused', () => {
  let cluster: DemoCluster;
  let client: TestClient;

  beforeAll(async () => {
    cluster = await startDemoCluster({ speed: 0, seed: [namespace()] });
    client = new TestClient(cluster);
  });

  afterAll(async () => {
    client.close();
    await cluster.stop();
  });

  const changed = (object: any, change: (object: any) => void) => {
    const copy = structuredClone(object);
    change(copy);
    return copy;
  };

  it.each<[string, string, any, number, string | RegExp]>([
    [
      'a name with capitals',
      SETS,
      changed(replicaSet('s'), set => (set.metadata.name = 'Big')),
      422,
      /metadata.name: Invalid value: "Big": a lowercase RFC 1123 subdomain/,
    ],
    [
      'a label value with a blank',
      SETS,
      changed(replicaSet('s'), set => (set.metadata.labels = { a: 'x y' })),
      422,
      /metadata.labels: Invalid value: "x y": a valid label must be/,
    ],
    [
      'a selector that misses its template',
      SETS,
      replicaSet('s', { selector: { matchLabels: { a: 'b' } } }),
      422,
      'ReplicaSet.apps "s" is invalid: spec.template.metadata.labels: Invalid value: {"app":"s"}: `selector` does not match template `labels`',
    ],
    [
      'a mount without volume',
      SETS,
      changed(
        replicaSet('s'),
        set =>
          (set.spec.template.spec.containers[0].volumeMounts = [
            { name: 'data', mountPath: '/d' },
          ]),
      ),
      422,
      'ReplicaSet.apps "s" is invalid: spec.template.spec.containers[0].volumeMounts[0].name: Not found: "data"',
    ],
    [
      'a container without image',
      SETS,
      changed(
        replicaSet('s'),
        set => delete set.spec.template.spec.containers[0].image,
      ),
      422,
      'ReplicaSet.apps "s" is invalid: spec.template.spec.containers[0].image: Required value',
    ],
    [
      'a Job that restarts for ever',
      at('/apis/batch/v1/NS/jobs'),
      changed(rootJob('j'), job => delete job.spec.template.spec.restartPolicy),
      422,
      'Job.batch "j" is invalid: spec.template.spec.restartPolicy: Required value: valid values: "OnFailure", "Never"',
    ],
    [
      'a Service without ports',
      at('/api/v1/NS/services'),
      changed(service('s', {}), one => delete one.spec.ports),
      422,
      'Service "s" is invalid: spec.ports: Required value',
    ],
    [
      '17 rules',
      ROUTES,
      route({ rules: Array(17).fill({}) }),
      422,
      /HTTPRoute.gateway.networking.k8s.io "r" is invalid: spec.rules: Too many: 17: must have at most 16 items/,
    ],
    [
      '65 matches',
      ROUTES,
      route({ rules: [{ matches: Array(65).fill({}) }] }),
      422,
      /spec.rules\[0\].matches: Too many: 65: must have at most 64 items/,
    ],
    [
      'a filter twice',
      ROUTES,
      route({
        rules: [
          {
            filters: Array(2).fill({
              type: 'ResponseHeaderModifier',
              responseHeaderModifier: {},
            }),
          },
        ],
      }),
      422,
      /ResponseHeaderModifier filter cannot be repeated/,
    ],
    [
      'a namespace that does not exist',
      '/api/v1/namespaces/none/configmaps',
      { metadata: { name: 'm' } },
      404,
      'namespaces "none" not found',
    ],
    [
      'another namespace in the body',
      at('/api/v1/NS/configmaps'),
      { metadata: { name: 'm', namespace: 'other' } },
      400,
      'the namespace of the provided object does not match the namespace sent on the request',
    ],
    [
      'text where a number belongs',
      SETS,
      replicaSet('s', { replicas: '1' }),
      400,
      'ReplicaSet in version "v1" cannot be handled as a ReplicaSet: json: cannot unmarshal string into Go struct field .spec.replicas of type int32',
    ],
  ])('%s', async (_, path, body, code, message) => {
    const answer = await client.post(path, body);
    const pattern = typeof message === 'string' ? exactly(message) : message;
    expect([answer.code, answer.body.message]).toEqual([
      code,
      expect.stringMatching(pattern),
    ]);
  });

  it('unknown fields in strict mode, with a warning otherwise', async () => {
    const set = changed(
      replicaSet('typo', { replicas: 0 }),
      one => (one.spec.replica = 1),
    );
    const strict = await client.post(`${SETS}?fieldValidation=Strict`, set);
    expect([strict.code, strict.body.message]).toEqual([
      400,
      'ReplicaSet in version "v1" cannot be handled as a ReplicaSet: strict decoding error: unknown field "spec.replica"',
    ]);
    const warned = await client.post(SETS, set);
    expect([warned.code, warned.headers.warning]).toEqual([
      201,
      '299 - "unknown field \\"spec.replica\\""',
    ]);
    expect(warned.body.spec.replica).toBeUndefined();
  });

  it('a changed selector, and a version that is outdated', async () => {
    const path = at('/apis/apps/v1/NS/deployments');
    const { body } = await client.post(
      path,
      deployment('fixed', { replicas: 0 }),
    );
    const other = changed(body, one => {
      one.spec.selector.matchLabels.x = 'y';
      one.spec.template.metadata.labels.x = 'y';
    });
    delete other.metadata.resourceVersion;
    const refused = await client.raw(`${path}/fixed`, {
      method: 'PUT',
      body: other,
    });
    expect([refused.code, refused.body.message]).toEqual([
      422,
      expect.stringMatching(
        /spec.selector: Invalid value: .*: field is immutable/,
      ),
    ]);
    const stale = changed(body, one => (one.metadata.resourceVersion = '1'));
    const late = await client.raw(`${path}/fixed`, {
      method: 'PUT',
      body: stale,
    });
    expect([late.code, late.body.message]).toEqual([
      409,
      'Operation cannot be fulfilled on deployments.apps "fixed": the object has been modified; please apply your changes to the latest version and try again',
    ]);
  });

  it('what the demo does not do, with a sentence', async () => {
    const { code, body } = await client.raw(at('/api/v1/NS/pods/p/exec'), {
      method: 'POST',
      body: {},
    });
    expect([code, body.kind, body.message]).toEqual([
      501,
      'Status',
      'The demo cluster does not serve the subresource pods/exec.',
    ]);
  });
});
