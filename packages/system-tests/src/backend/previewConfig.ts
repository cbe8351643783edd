// SPDX-License-Identifier: Apache-2.0
import type { JsonObject } from '@backstage/types';
import type { Shop } from './aShop';

/** The `preview` section as the demo has it, with short lives allowed. */
export function previewConfig(
  shop: Pick<Shop, 'kubeconfig' | 'gateway'>,
  over: JsonObject = {},
): JsonObject {
  const entry = (name: string, context: string, namespaces: string[]) => ({
    name,
    kubeconfig: { file: shop.kubeconfig, context },
    namespaces,
    driver: 'kubernetes',
    gateway: { url: shop.gateway.url, probePath: '/healthz' },
  });
  return {
    clusters: [
      entry('demo', 'portal', ['shop', 'shop-inventory']),
      entry('demo-restricted', 'portal-restricted', ['shop-web']),
    ],
    policy: {
      ttl: { min: '1s' },
      pin: 'owners',
      quotas: { perUser: 1_000, perOwner: 1_000 },
    },
    lifecycle: { backstopGrace: '5s' },
    access: { admins: ['group:default/platform'] },
    ...over,
  };
}
