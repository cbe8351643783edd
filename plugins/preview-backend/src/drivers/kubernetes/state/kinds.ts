// SPDX-License-Identifier: Apache-2.0
import {
  DEPLOYMENTS,
  DISRUPTION_BUDGETS,
  HTTP_ROUTES,
  JOBS,
  PODS,
  REPLICA_SETS,
  type Resource,
  SERVICES,
  STATEFUL_SETS,
} from '../cluster/resources';
import type { KubeObject, Selecting } from '../model';
import { OURS } from '../objects/marks';
import {
  projectReplicaSet,
  projectRoot,
  projectRoute,
  projectService,
} from './project';
import { projectPod } from './projectPod';
import type { SessionObjects, View } from './views';

/** One kind that is watched in every allowed namespace. */
export interface WatchedKind {
  resource: Resource;
  labelSelector?: string;
  /** The session that an object belongs to; by our mark unless said here. */
  idOf?: (object: KubeObject) => string | null;
  /** Where our objects of this kind are kept, if we make any. */
  ours?: {
    slot: keyof SessionObjects;
    project: (object: KubeObject) => View;
  };
  /** What is kept of the team's objects, if they matter. */
  team?: (object: KubeObject) => KubeObject;
}

/** Of objects that only matter for whom they select. */
function selectorOnly(object: KubeObject): KubeObject {
  const { apiVersion, kind, metadata, spec } = object as Selecting;
  return {
    apiVersion,
    kind,
    metadata: {
      name: metadata.name,
      namespace: metadata.namespace,
      uid: metadata.uid,
      resourceVersion: metadata.resourceVersion,
      generation: metadata.generation,
      ownerReferences: metadata.ownerReferences,
    },
    spec: { selector: spec.selector },
  };
}

/** As it came, but for bookkeeping that nobody reads. */
function whole(object: KubeObject): KubeObject {
  const { managedFields: _bulky, ...metadata } =
    object.metadata as KubeObject['metadata'] & { managedFields?: unknown };
  return { ...object, metadata };
}

export const WATCHED: WatchedKind[] = [
  {
    resource: JOBS,
    labelSelector: OURS,
    ours: { slot: 'roots', project: projectRoot },
  },
  {
    resource: PODS,
    labelSelector: OURS,
    ours: { slot: 'pods', project: projectPod },
  },
  {
    resource: REPLICA_SETS,
    ours: { slot: 'replicaSets', project: projectReplicaSet },
    team: selectorOnly,
  },
  {
    resource: SERVICES,
    ours: { slot: 'services', project: projectService },
    team: whole,
  },
  {
    resource: HTTP_ROUTES,
    ours: { slot: 'routes', project: projectRoute },
    team: whole,
  },
  { resource: DEPLOYMENTS, team: whole },
  { resource: STATEFUL_SETS, team: whole },
  { resource: DISRUPTION_BUDGETS, team: selectorOnly },
];
