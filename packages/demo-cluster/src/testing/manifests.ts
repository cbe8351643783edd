// SPDX-License-Identifier: Apache-2.0
import { Json } from '../objects';

export const NAMESPACE = 'shop';

/** A namespace for the tests. */
export const namespace = (name = NAMESPACE): Json => ({
  apiVersion: 'v1',
  kind: 'Namespace',
  metadata: { name },
});

/** A pod template with one web container. */
export function template(
  labels: Record<string, string>,
  image = 'shop/checkout:stable',
  spec: Json = {},
): Json {
  return {
    metadata: { labels },
    spec: {
      containers: [
        {
          name: 'app',
          image,
          ports: [{ name: 'http', containerPort: 8080 }],
          readinessProbe: { httpGet: { path: '/healthz', port: 'http' } },
        },
      ],
      ...spec,
    },
  };
}

const workload =
  (kind: string) =>
  (name: string, spec: Json = {}, metadata: Json = {}): Json => ({
    apiVersion: 'apps/v1',
    kind,
    metadata: { name, namespace: NAMESPACE, ...metadata },
    spec: {
      replicas: 1,
      selector: { matchLabels: { app: name } },
      template: template({ app: name }),
      ...spec,
    },
  });

export const deployment = workload('Deployment');
export const replicaSet = workload('ReplicaSet');

/** The root of a preview: a Job that never has a pod. */
export const rootJob = (name: string, spec: Json = {}): Json => ({
  apiVersion: 'batch/v1',
  kind: 'Job',
  metadata: { name, namespace: NAMESPACE },
  spec: {
    parallelism: 0,
    activeDeadlineSeconds: 60,
    ttlSecondsAfterFinished: 0,
    template: {
      spec: {
        restartPolicy: 'Never',
        containers: [{ name: 'none', image: 'shop/checkout:stable' }],
      },
    },
    ...spec,
  },
});

export const service = (
  name: string,
  selector: Record<string, string>,
): Json => ({
  apiVersion: 'v1',
  kind: 'Service',
  metadata: { name, namespace: NAMESPACE },
  spec: { selector, ports: [{ name: 'http', port: 80, targetPort: 'http' }] },
});

/** Makes an object belong to another. */
export function ownedBy(owner: Json, object: Json, controller = true): Json {
  const { apiVersion, kind, metadata } = owner;
  const ownerReferences = [
    { apiVersion, kind, name: metadata.name, uid: metadata.uid, controller },
  ];
  return { ...object, metadata: { ...object.metadata, ownerReferences } };
}
