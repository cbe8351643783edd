// SPDX-License-Identifier: Apache-2.0
import {
  AppsV1Api,
  BatchV1Api,
  CoreV1Api,
  CustomObjectsApi,
  KubeConfig,
} from '@kubernetes/client-node';
import { readDemo } from './demo';

function cluster() {
  const config = new KubeConfig();
  config.loadFromFile(readDemo().kubeconfig);
  return {
    core: config.makeApiClient(CoreV1Api),
    apps: config.makeApiClient(AppsV1Api),
    batch: config.makeApiClient(BatchV1Api),
    custom: config.makeApiClient(CustomObjectsApi),
  };
}

/** Everything in the cluster that carries a key, as `Kind/name`. */
export async function objectsOf(
  namespace: string,
  key: string,
): Promise<string[]> {
  const { core, apps, batch, custom } = cluster();
  const query = {
    namespace,
    labelSelector: `preview-environments.io/key=${key}`,
  };
  const [pods, services, sets, jobs, routes] = await Promise.all([
    core.listNamespacedPod(query),
    core.listNamespacedService(query),
    apps.listNamespacedReplicaSet(query),
    batch.listNamespacedJob(query),
    custom.listNamespacedCustomObject({
      ...query,
      group: 'gateway.networking.k8s.io',
      version: 'v1',
      plural: 'httproutes',
    }),
  ]);
  const named = (kind: string, items: { metadata?: { name?: string } }[]) =>
    items.map(({ metadata }) => `${kind}/${metadata?.name}`);
  return [
    ...named('Pod', pods.items),
    ...named('Service', services.items),
    ...named('ReplicaSet', sets.items),
    ...named('Job', jobs.items),
    ...named('HTTPRoute', (routes as { items: [] }).items),
  ];
}

/** Deletes the root of a preview by hand, as `kubectl delete job` does. */
export async function deleteRoot(namespace: string, key: string) {
  const { batch } = cluster();
  const { items } = await batch.listNamespacedJob({
    namespace,
    labelSelector: `preview-environments.io/key=${key}`,
  });
  for (const { metadata } of items) {
    await batch.deleteNamespacedJob({
      namespace,
      name: metadata!.name!,
      propagationPolicy: 'Background',
    });
  }
}

/** Deletes a Deployment while something runs, and puts it back. */
export async function withoutDeployment(
  namespace: string,
  name: string,
  meanwhile: () => Promise<void>,
) {
  const { apps } = cluster();
  const before = await apps.readNamespacedDeployment({ namespace, name });
  await apps.deleteNamespacedDeployment({
    namespace,
    name,
    propagationPolicy: 'Background',
  });
  try {
    await meanwhile();
  } finally {
    const { labels, annotations } = before.metadata ?? {};
    await apps.createNamespacedDeployment({
      namespace,
      body: {
        ...before,
        metadata: { name, namespace, labels, annotations },
        status: undefined,
      },
    });
  }
}
