// SPDX-License-Identifier: Apache-2.0
import { demoControllerName } from '../gateway';
import { Manifest, shopLabels } from './Manifest';

/** The class of the demo gateway, and the shop's Gateway with one listener open to all namespaces. */
export function shopGateway(port: number): Manifest[] {
  const group = 'gateway.networking.k8s.io/v1';
  return [
    {
      apiVersion: group,
      kind: 'GatewayClass',
      metadata: { name: 'demo' },
      spec: { controllerName: demoControllerName },
    },
    {
      apiVersion: group,
      kind: 'Gateway',
      metadata: {
        name: 'shop',
        namespace: 'shop',
        labels: shopLabels('shop'),
      },
      spec: {
        gatewayClassName: 'demo',
        listeners: [
          {
            name: 'http',
            port,
            protocol: 'HTTP',
            allowedRoutes: { namespaces: { from: 'All' } },
          },
        ],
      },
    },
  ];
}
