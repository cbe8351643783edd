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

/** Names in one annotation. */
const MOST_NAMES = 50;

/** Whoever can register an entity must not have us ask for any number. */
const MOST_CANDIDATES = 500;

/**
 * Every workload that the catalog side binds to an entity: each named target
 * in each named namespace and cluster. Where the entity is silent, every
 * cluster and namespace of the configuration counts.
 *
 * @param isWanted - which of the named targets count; all by default
 * @throws PreviewError `EntityNotAnnotated` when it names none, what is no
 * target, or too many
 */
export function candidatesOf(
  { annotations }: Pick<EntityFacts, 'annotations'>,
  clusters: ClusterConfig[],
  isWanted: (target: TargetRef) => boolean = () => true,
): Candidate[] {
  const named = targetsOf(annotations);
  if (named.length === 0) {
    throw previewError('EntityNotAnnotated', { field: 'entityRef' });
  }
  const targets = named.filter(isWanted);
  const places = placesOf(annotations, clusters);
  if (targets.length * places.length > MOST_CANDIDATES) {
    throw previewError('EntityNotAnnotated', {
      message: `The entity's annotations lead to more than ${MOST_CANDIDATES} workloads: ${targets.length} targets in ${places.length} places.`,
      hint: `Name the workload's own place with ${ENTITY_NAMESPACE} and ${ENTITY_CLUSTER}, or fewer targets.`,
      field: 'entityRef',
    });
  }
  return places.flatMap(place => targets.map(target => ({ ...place, target })));
}

function placesOf(
  annotations: Record<string, string>,
  clusters: ClusterConfig[],
): Omit<Candidate, 'target'>[] {
  const inClusters = list(annotations, ENTITY_CLUSTER, KUBERNETES_CLUSTER);
  const namespaces = list(annotations, ENTITY_NAMESPACE, KUBERNETES_NAMESPACE);
  return clusters
    .filter(({ name }) => inClusters.length === 0 || inClusters.includes(name))
    .flatMap(cluster =>
      (namespaces.length > 0 ? namespaces : cluster.namespaces).map(
        namespace => ({ cluster: cluster.name, namespace }),
      ),
    );
}

function targetsOf(annotations: Record<string, string>): TargetRef[] {
  const named = list(annotations, ENTITY_TARGET);
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

/** What the first of the annotations that is there lists, each name once. */
function list(
  annotations: Record<string, string>,
  ...keys: string[]
): string[] {
  const key = keys.find(each => annotations[each] !== undefined);
  const names = (key === undefined ? '' : annotations[key])
    .split(',')
    .map(part => part.trim())
    .filter(Boolean);
  const distinct = [...new Set(names)];
  if (distinct.length > MOST_NAMES) {
    throw previewError('EntityNotAnnotated', {
      message: `The entity's annotation ${key} lists ${distinct.length} names; ${MOST_NAMES} are the most.`,
      hint: `List at most ${MOST_NAMES} names in ${key}.`,
      field: 'entityRef',
    });
  }
  return distinct;
}
