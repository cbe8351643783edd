// SPDX-License-Identifier: Apache-2.0
import { NODE_NAME, nodeBody, nodeStatus } from './kubelet/node';
import { Registry } from './registry/Registry';

const NAMESPACES = ['default', 'kube-node-lease', 'kube-public', 'kube-system'];

/** What a cluster has from its first moment: namespaces, their default accounts, the node. */
export function bootstrap(registry: Registry, withNode: boolean): void {
  const { store } = registry;
  for (const name of NAMESPACES) {
    if (store.get('namespaces', undefined, name)) continue;
    registry.create(registry.kind('namespaces'), {
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: { name },
    });
  }
  for (const { metadata } of store.list('namespaces')) {
    if (
      store.get('serviceaccounts', metadata.name, 'default') ||
      metadata.deletionTimestamp
    )
      continue;
    registry.create(registry.kind('serviceaccounts'), {
      apiVersion: 'v1',
      kind: 'ServiceAccount',
      metadata: { name: 'default', namespace: metadata.name },
    });
  }
  if (!withNode) return;
  if (!store.get('nodes', undefined, NODE_NAME))
    registry.create(registry.kind('nodes'), nodeBody());
  registry.mutate(
    'nodes',
    { name: NODE_NAME },
    node => {
      node.status = nodeStatus(registry.now());
    },
    'status',
  );
}
