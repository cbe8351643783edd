// SPDX-License-Identifier: Apache-2.0
import { createHash } from 'node:crypto';
import { equalJson } from '../json';
import { Json, KubernetesObject } from '../objects';
import { encodeHash } from '../random';
import { Registry } from '../registry/Registry';
import { controllerReference } from './claim';

export const REVISION = 'deployment.kubernetes.io/revision';
const HASH_LABEL = 'pod-template-hash';
// Annotations of the Deployment that say something of itself, not of its revisions.
const NOT_INHERITED = [
  'kubectl.kubernetes.io/last-applied-configuration',
  REVISION,
];

function withoutHash(template: Json): Json {
  const { [HASH_LABEL]: _hash, ...labels } = template.metadata?.labels ?? {};
  return { ...template, metadata: { ...template.metadata, labels } };
}

/** Whether a ReplicaSet runs the Deployment's present template. */
export function sameTemplate(
  deployment: KubernetesObject,
  set: KubernetesObject,
): boolean {
  return equalJson(
    withoutHash(deployment.spec.template),
    withoutHash(set.spec.template),
  );
}

function templateHash(template: Json, collisions: number): string {
  const digest = createHash('sha256')
    .update(JSON.stringify(template))
    .update(String(collisions))
    .digest('hex');
  return encodeHash(digest.slice(0, 10));
}

/** Makes the ReplicaSet of the Deployment's present template, without pods so far. */
export function createReplicaSet(
  registry: Registry,
  deployment: KubernetesObject,
  revision: string,
): KubernetesObject {
  const { template, selector, minReadySeconds } = deployment.spec;
  const hash = templateHash(template, deployment.status?.collisionCount ?? 0);
  const inherited = Object.entries(
    deployment.metadata.annotations ?? {},
  ).filter(([key]) => !NOT_INHERITED.includes(key));
  return registry.create(registry.kind('replicasets.apps'), {
    apiVersion: 'apps/v1',
    kind: 'ReplicaSet',
    metadata: {
      name: `${deployment.metadata.name}-${hash}`,
      namespace: deployment.metadata.namespace,
      labels: { ...template.metadata?.labels, [HASH_LABEL]: hash },
      annotations: {
        ...Object.fromEntries(inherited),
        'deployment.kubernetes.io/desired-replicas': String(
          deployment.spec.replicas,
        ),
        [REVISION]: revision,
      },
      ownerReferences: [controllerReference(deployment)],
    },
    spec: {
      replicas: 0,
      ...(minReadySeconds && { minReadySeconds }),
      selector: {
        ...selector,
        matchLabels: { ...selector.matchLabels, [HASH_LABEL]: hash },
      },
      template: {
        ...template,
        metadata: {
          ...template.metadata,
          labels: { ...template.metadata?.labels, [HASH_LABEL]: hash },
        },
      },
    },
  });
}
