// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bindingLine, findBound } from './binding.mjs';
import { findGateway, gatewayLine } from './gateway.mjs';
import { rightsLine } from './rights.mjs';

/** Stands for a cluster that holds these objects and serves only their kinds. */
const clusterOf = objects => ({
  list: async (apiVersion, kind, namespace) =>
    objects[kind]?.filter(
      ({ metadata }) => !namespace || metadata.namespace === namespace,
    ) ?? null,
});
const entity = value => ({ 'preview-environments.io/entity': value });

test('a workload is bound by itself or by its namespace', async () => {
  const bound = await findBound(
    clusterOf({
      Namespace: [
        { metadata: { name: 'a' } },
        { metadata: { name: 'b', annotations: entity('component:default/b') } },
      ],
      Deployment: [
        {
          metadata: {
            namespace: 'a',
            name: 'web',
            annotations: entity('component:default/web'),
          },
        },
        { metadata: { namespace: 'a', name: 'other' } },
      ],
      StatefulSet: [{ metadata: { namespace: 'b', name: 'db' } }],
    }),
  );
  assert.deepEqual(bound, [
    {
      entityRef: 'component:default/web',
      namespace: 'a',
      target: 'deployment/web',
    },
    {
      entityRef: 'component:default/b',
      namespace: 'b',
      target: 'statefulset/db',
    },
  ]);
});

test('without a binding it stops and prints what to apply', () => {
  const line = bindingLine([]);
  assert.equal(line.stops, true);
  assert.match(line.needs, /kubectl apply[^]*preview-environments.io\/entity/);
});

test('a missing right is named', () => {
  const missing = [
    { verb: 'create', resource: 'jobs', group: 'batch', namespace: 'a' },
  ];
  const line = rightsLine(missing, ['a'], 'me');
  assert.equal(line.stops, true);
  assert.match(line.says, /me may not create jobs in a/);
  assert.match(line.needs, /kubectl apply[^]*kind: RoleBinding/);
});

test('a cluster without the Gateway API is told so, and may go on', async () => {
  const line = gatewayLine(await findGateway(clusterOf({}), ['a']), ['a']);
  assert.equal(line.stops, undefined);
  assert.match(line.says, /not installed/);
});

test('the address is that of the Gateway which carries a route', async () => {
  const gateway = await findGateway(
    clusterOf({
      HTTPRoute: [
        {
          metadata: { namespace: 'a', name: 'web' },
          spec: { parentRefs: [{ name: 'public' }] },
        },
      ],
      Gateway: [
        {
          metadata: { namespace: 'a', name: 'public' },
          spec: { listeners: [{ protocol: 'HTTP', port: 8080 }] },
          status: { addresses: [{ value: '192.0.2.7' }] },
        },
      ],
    }),
    ['a'],
  );
  assert.equal(gateway.url, 'http://192.0.2.7:8080');
  assert.match(gatewayLine(gateway, ['a']).says, /HTTPRoute web/);
});
