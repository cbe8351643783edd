// SPDX-License-Identifier: Apache-2.0
import { CustomObjectsApi, KubeConfig } from '@kubernetes/client-node';
import { readDemo } from './demo';

/** Starts a preview of `payments` as the operator's own client would. */
export async function startElsewhere(key: string): Promise<void> {
  const config = new KubeConfig();
  config.loadFromFile(readDemo().kubeconfig);
  const group = 'preview.mirrord.metalbear.co';
  const version = 'v1alpha';
  const namespace = 'shop-payments';
  await config.makeApiClient(CustomObjectsApi).createNamespacedCustomObject({
    ...{ group, version, namespace, plural: 'previewsessions' },
    body: {
      apiVersion: `${group}/${version}`,
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
      },
    },
  });
}
