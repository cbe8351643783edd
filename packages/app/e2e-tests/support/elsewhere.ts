// SPDX-License-Identifier: Apache-2.0
import { CustomObjectsApi, KubeConfig } from '@kubernetes/client-node';
import { previewOfPayments } from '@preview-environments/demo-cluster';
import { readDemo } from './demo';

/** Starts a preview of `payments` as the operator's own client would. */
export async function startElsewhere(key: string): Promise<void> {
  const config = new KubeConfig();
  config.loadFromFile(readDemo().kubeconfig);
  const body = previewOfPayments(key);
  await config.makeApiClient(CustomObjectsApi).createNamespacedCustomObject({
    group: 'preview.mirrord.metalbear.co',
    version: 'v1alpha',
    namespace: body.metadata.namespace,
    plural: 'previewsessions',
    body,
  });
}
