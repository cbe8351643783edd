// SPDX-License-Identifier: Apache-2.0
import {
  ENTITY_CLUSTER,
  ENTITY_NAMESPACE,
  ENTITY_TARGET,
  type TargetRef,
  parseTarget,
  previewError,
} from '@preview-environments/backstage-plugin-preview-common';
import type { ClusterConfig } from '../../config/types';
import type { EntityFacts } from './EntityReader';

/** A workload that the entity says is its own. */
export interface Candidate {
  cluster: string;
  namespace: string;
  target: TargetRef;
}

/** The Kubernetes plugin's annotations, which many entities have already. */
const KUBERNETES_ID = 'backstage.io/kubernetes-id';
const KUBERNETES_NAMESPACE = 'backstage.io/kubernetes-namespace';
const KUBERNETES_CLUSTER = 'backstage.io/kubernetes-cluster';

/**
 * Every workload that the catalog side binds to an entity: each named target
 * in each named namespace and cluster. Where the entity is silent, every
 * cluster and namespace of the configuration counts.
 *
 * @throws PreviewError `EntityNotAnnotated` when it names none, `InvalidTarget`
 * when what it names is none
 */
export function candidatesOf(
  entity: EntityFacts,
  clusters: ClusterConfig[],
): Candidate[] {
  const { annotations } = entity;
  const targets = targetsOf(annotations);
  if (targets.length === 0) {
    throw previewError('EntityNotAnnotated', { field: 'entityRef' });
  }
  const wantedClusters = list(
    annotations[ENTITY_CLUSTER] ?? annotations[KUBERNETES_CLUSTER],
  );
  const wantedNamespaces = list(
    annotations[ENTITY_NAMESPACE] ?? annotations[KUBERNETES_NAMESPACE],
  );
  return clusters
    .filter(
      ({ name }) =>
        wantedClusters.length === 0 || wantedClusters.includes(name),
    )
    .flatMap(cluster =>
      (wantedNamespaces.length > 0
        ? wantedNamespaces
        : cluster.namespaces
      ).flatMap(namespace =>
        targets.map(target => ({ cluster: cluster.name, namespace, target })),
      ),
    );
}

function targetsOf(annotations: Record<string, string>): TargetRef[] {
  const named = list(annotations[ENTITY_TARGET]);
  if (named.length > 0) {
    return named.map(readAnnotated);
  }
  // The id is a label value there; by custom the workload has the same name.
  const id = annotations[KUBERNETES_ID];
  return id ? [readAnnotated(`deployment/${id}`)] : [];
}

function readAnnotated(text: string): TargetRef {
  try {
    return parseTarget(text);
  } catch (cause) {
    throw previewError('EntityNotAnnotated', {
      message: `The entity's annotations name "${text.slice(
        0,
        80,
      )}", which is not a target.`,
      field: 'entityRef',
      cause,
    });
  }
}

function list(text: string | undefined): string[] {
  return (text ?? '')
    .split(',')
    .map(part => part.trim())
    .filter(Boolean);
}
