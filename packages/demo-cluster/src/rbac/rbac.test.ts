// SPDX-License-Identifier: Apache-2.0
import { DemoCluster, startDemoCluster } from '../startDemoCluster';
import { TestClient } from '../testing/client';
import { NAMESPACE, namespace, service } from '../testing/manifests';
import { ruleAllows } from './rules';

jest.setTimeout(60_000);

const GROUP = 'rbac.authorization.k8s.io';
const USER = 'system:serviceaccount:shop:portal';
const meta = (name: string) => ({ name, namespace: NAMESPACE });

const grant = (rules: any[]) => [
  { apiVersion: `${GROUP}/v1`, kind: 'Role', metadata: meta('portal'), rules },
  {
    apiVersion: `${GROUP}/v1`,
    kind: 'RoleBinding',
    metadata: meta('portal'),
    roleRef: { apiGroup: GROUP, kind: 'Role', name: 'portal' },
    subjects: [
      { kind: 'ServiceAccount', name: 'portal', namespace: NAMESPACE },
    ],
  },
];

describe('a ServiceAccount with a Role', () => {
  let cluster: DemoCluster;
  let client: TestClient;

  beforeAll(async () => {
    cluster = await startDemoCluster({
      speed: 0,
      seed: [
        namespace(),
        namespace('other'),
        { apiVersion: 'v1', kind: 'ServiceAccount', metadata: meta('portal') },
        ...grant([
          {
            apiGroups: [''],
            resources: ['services'],
            verbs: ['get', 'list', 'create', 'patch'],
          },
          { apiGroups: [''], resources: ['pods/log'], verbs: ['get'] },
        ]),
      ],
    });
    client = new TestClient(cluster, cluster.tokenFor(NAMESPACE, 'portal'));
  });

  afterAll(async () => {
    client.close();
    await cluster.stop();
  });

  it('may do what the Role says', async () => {
    const answer = await client.post(
      `/api/v1/namespaces/${NAMESPACE}/services`,
      service('s', { app: 'x' }),
    );
    expect(answer.code).toBe(201);
  });

  it.each([
    [
      'another verb',
      'DELETE',
      '/api/v1/namespaces/shop/services/s',
      `services "s" is forbidden: User "${USER}" cannot delete resource "services" in API group "" in the namespace "shop"`,
    ],
    [
      'another namespace',
      'GET',
      '/api/v1/namespaces/other/services',
      `services is forbidden: User "${USER}" cannot list resource "services" in API group "" in the namespace "other"`,
    ],
    [
      'all namespaces',
      'GET',
      '/api/v1/services',
      `services is forbidden: User "${USER}" cannot list resource "services" in API group "" at the cluster scope`,
    ],
    [
      'another group',
      'GET',
      '/apis/apps/v1/namespaces/shop/replicasets',
      `replicasets.apps is forbidden: User "${USER}" cannot list resource "replicasets" in API group "apps" in the namespace "shop"`,
    ],
    [
      'a subresource',
      'PATCH',
      '/api/v1/namespaces/shop/services/s/status',
      `services "s" is forbidden: User "${USER}" cannot patch resource "services/status" in API group "" in the namespace "shop"`,
    ],
    [
      'kinds that are not served',
      'GET',
      '/apis/cilium.io/v2/namespaces/shop/things',
      `things.cilium.io is forbidden: User "${USER}" cannot list resource "things" in API group "cilium.io" in the namespace "shop"`,
    ],
    [
      'a path',
      'GET',
      '/metrics',
      `forbidden: User "${USER}" cannot get path "/metrics"`,
    ],
  ])('may not: %s', async (_, method, path, message) => {
    const { code, body } = await client.raw(path, {
      method,
      body: method === 'GET' ? undefined : {},
    });
    expect([code, body.reason, body.message]).toEqual([
      403,
      'Forbidden',
      message,
    ]);
  });

  it('can ask what it may', async () => {
    const ask = async (verb: string) => {
      const spec = {
        resourceAttributes: {
          namespace: NAMESPACE,
          verb,
          resource: 'services',
        },
      };
      const { body } = await client.post(
        '/apis/authorization.k8s.io/v1/selfsubjectaccessreviews',
        { spec },
      );
      return body.status.allowed;
    };
    expect([await ask('list'), await ask('delete')]).toEqual([true, false]);
  });

  it('is nobody without its token, or when it is deleted', async () => {
    expect(await client.raw('/api/v1/pods', { token: 'wrong' })).toMatchObject({
      code: 401,
      body: { reason: 'Unauthorized', message: 'Unauthorized' },
    });
    const ghost = cluster.tokenFor(NAMESPACE, 'ghost');
    expect((await client.raw('/version', { token: ghost })).code).toBe(401);
    expect((await client.raw('/healthz', { token: '' })).body).toBe('ok');
    const { code, body } = await client.raw('/api/v1/pods', { token: '' });
    expect([code, body.message]).toEqual([
      403,
      'pods is forbidden: User "system:anonymous" cannot list resource "pods" in API group "" at the cluster scope',
    ]);
  });
});

describe('ruleAllows', () => {
  const rule = (rest: object) => ({
    verbs: ['get'],
    apiGroups: [''],
    resources: ['pods'],
    ...rest,
  });

  it.each([
    [rule({}), { verb: 'get', resource: 'pods', name: 'a' }, true],
    [rule({ verbs: ['*'] }), { verb: 'patch', resource: 'pods' }, true],
    [rule({}), { verb: 'get', resource: 'pods', subresource: 'log' }, false],
    [
      rule({ resources: ['*/log'] }),
      { verb: 'get', resource: 'pods', subresource: 'log' },
      true,
    ],
    [
      rule({ resources: ['*'] }),
      { verb: 'get', resource: 'pods', subresource: 'log' },
      true,
    ],
    [
      rule({ resourceNames: ['a'] }),
      { verb: 'get', resource: 'pods', name: 'b' },
      false,
    ],
    [rule({ resourceNames: ['a'] }), { verb: 'get', resource: 'pods' }, false],
    [rule({ apiGroups: ['apps'] }), { verb: 'get', resource: 'pods' }, false],
    [
      { verbs: ['get'], nonResourceURLs: ['/api/*'] },
      { verb: 'get', path: '/api/v1' },
      true,
    ],
    [
      { verbs: ['get'], nonResourceURLs: ['/api'] },
      { verb: 'get', path: '/api/v1' },
      false,
    ],
  ])('%j for %j: %s', (policy, attributes, expected) => {
    expect(ruleAllows(policy, attributes)).toBe(expected);
  });
});
