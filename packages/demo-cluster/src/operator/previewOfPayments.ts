// SPDX-License-Identifier: Apache-2.0
import { PreviewSession } from './objects';

/** Where the shop's `payments` runs, which only the operator previews. */
const namespace = 'shop-payments';

/**
 * A preview of the shop's `payments` as the operator's own client would ask for it, without the
 * portal. Its `baggage` carries the key; `spec` replaces parts of what is asked for.
 */
export function previewOfPayments(
  key: string,
  spec: Partial<PreviewSession['spec']> = {},
) {
  return {
    apiVersion: 'preview.mirrord.metalbear.co/v1alpha',
    kind: 'PreviewSession',
    metadata: { name: key, namespace },
    spec: {
      image: `shop/payments:${key}`,
      key,
      target: {
        apiVersion: 'apps/v1',
        kind: 'Deployment',
        name: 'payments',
        container: 'payments',
      },
      ttlSecs: 3600,
      incoming: {
        steal: true,
        httpFilter: JSON.stringify({
          header_filter: `^baggage: .*mirrord-session=${key}.*$`,
        }),
      },
      ...spec,
    },
  };
}
