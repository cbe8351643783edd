// SPDX-License-Identifier: Apache-2.0
import { Manifest } from './Manifest';
import { httpContainer } from './pod';
import { httpPort, serviceManifests } from './service';

/** The plainest service: it declares nothing about previews of itself. */
export function storefront(): Manifest[] {
  return serviceManifests({
    name: 'storefront',
    namespace: 'shop-web',
    replicas: 2,
    ports: [httpPort],
    podSpec: {
      containers: [httpContainer('storefront', 'shop/storefront:3.2.0')],
    },
  });
}
