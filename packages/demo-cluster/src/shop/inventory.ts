// SPDX-License-Identifier: Apache-2.0
import { Manifest, shopLabels } from './Manifest';
import { httpContainer } from './pod';
import { httpPort, serviceManifests } from './service';

const replicas = 1;

/** A service in a namespace with room for one pod more than what runs: one preview, no second. */
export function inventory(): Manifest[] {
  const name = 'inventory';
  const namespace = 'shop-inventory';
  return [
    {
      apiVersion: 'v1',
      kind: 'ResourceQuota',
      metadata: { name: 'pods', namespace, labels: shopLabels(name) },
      spec: { hard: { pods: String(replicas + 1) } },
    },
    ...serviceManifests({
      name,
      namespace,
      replicas,
      ports: [httpPort],
      annotations: { 'preview-environments.io/not-covered': '[]' },
      podSpec: {
        containers: [httpContainer('inventory', 'shop/inventory:2.0.1')],
      },
    }),
  ];
}
