// SPDX-License-Identifier: Apache-2.0
import { access, systemNamespace } from './access';
import { checkout } from './checkout';
import { shopGateway } from './gateway';
import { inventory } from './inventory';
import { operatorDefinitions } from '../operator';
import { Manifest, namespace } from './Manifest';
import { payments } from './payments';
import { storefront } from './storefront';

/**
 * The objects of the demo's shop, each after those that it needs. The order and the names are
 * the same on every call.
 */
export function seedObjects(options: {
  /** Port of the Gateway's listener: the one under which the gateway is reached. */
  gatewayPort: number;
}): Manifest[] {
  return [
    ...[
      systemNamespace,
      'shop',
      'shop-web',
      'shop-inventory',
      'shop-payments',
    ].map(namespace),
    ...(operatorDefinitions() as Manifest[]),
    ...access(),
    ...shopGateway(options.gatewayPort),
    ...checkout(),
    ...storefront(),
    ...inventory(),
    ...payments(),
  ];
}
