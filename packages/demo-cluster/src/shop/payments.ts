// SPDX-License-Identifier: Apache-2.0
import { Manifest } from './Manifest';
import { httpContainer } from './pod';
import { httpPort, serviceManifests } from './service';

/** The service that can be previewed by either driver. */
export function payments(): Manifest[] {
  return serviceManifests({
    name: 'payments',
    namespace: 'shop-payments',
    replicas: 1,
    ports: [httpPort],
    annotations: {
      'preview-environments.io/not-covered': JSON.stringify([
        'the nightly settlement runs in the stable version only',
      ]),
    },
    podSpec: {
      containers: [httpContainer('payments', 'shop/payments:4.4.1')],
    },
  });
}
