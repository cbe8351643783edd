// SPDX-License-Identifier: Apache-2.0
import type { Difference } from '@preview-environments/backstage-plugin-preview-common';
import type { Condition, KubeObject, Service } from '../model';
import { CONTENT } from '../objects/content';
import {
  DEADLINE,
  DIFFERENCES,
  IMAGE,
  KEY,
  REVISION,
  SESSION,
} from '../objects/marks';
import type { HttpRoute } from '../routing/gateway-api/model';
import { millis } from './time';
import type {
  ReplicaSetView,
  RootView,
  RouteView,
  ServiceView,
  View,
} from './views';

export function view(object: KubeObject): View {
  const { metadata } = object;
  return {
    name: metadata.name,
    namespace: metadata.namespace ?? '',
    uid: metadata.uid ?? '',
    resourceVersion: metadata.resourceVersion ?? '',
    sessionId: metadata.labels?.[SESSION] ?? '',
    key: metadata.labels?.[KEY] ?? '',
    deleting: metadata.deletionTimestamp !== undefined,
    owner:
      metadata.ownerReferences?.find(({ controller }) => controller)?.uid ??
      null,
  };
}

export function revisionOf(object: KubeObject): number {
  return Number(object.metadata.labels?.[REVISION] ?? 0);
}

interface Job extends KubeObject {
  spec: {
    activeDeadlineSeconds?: number;
    suspend?: boolean;
    template: { spec: { containers: { image?: string }[] } };
  };
  status?: { startTime?: string; conditions?: Condition[] };
}

export function projectRoot(object: KubeObject): RootView {
  const { metadata, spec, status } = object as Job;
  return {
    ...view(object),
    createdAt: millis(metadata.creationTimestamp) ?? 0,
    startTime: millis(status?.startTime),
    activeDeadlineSeconds: spec.activeDeadlineSeconds ?? null,
    suspended: spec.suspend === true,
    finished: (status?.conditions ?? []).some(
      ({ type, status: value }) =>
        value === 'True' && ['Failed', 'Complete'].includes(type),
    ),
    image: spec.template.spec.containers[0]?.image ?? '',
    deadline: metadata.annotations?.[DEADLINE] ?? null,
  };
}

interface ReplicaSet extends KubeObject {
  spec: { replicas?: number };
  status?: { readyReplicas?: number; conditions?: Condition[] };
}

export function projectReplicaSet(object: KubeObject): ReplicaSetView {
  const { metadata, spec, status } = object as ReplicaSet;
  const failure = status?.conditions?.find(
    ({ type, status: value }) => type === 'ReplicaFailure' && value === 'True',
  );
  return {
    ...view(object),
    revision: revisionOf(object),
    image: metadata.annotations?.[IMAGE] ?? '',
    replicas: spec.replicas ?? 1,
    readyReplicas: status?.readyReplicas ?? 0,
    createdAt: millis(metadata.creationTimestamp) ?? 0,
    failure: failure
      ? {
          message: failure.message ?? '',
          at: millis(failure.lastTransitionTime),
        }
      : null,
    differences: readDifferences(metadata.annotations?.[DIFFERENCES]),
  };
}

function readDifferences(text: string | undefined): Difference[] {
  try {
    return JSON.parse(text ?? '[]') as Difference[];
  } catch {
    // Somebody edited the annotation; the pods are what they are.
    return [];
  }
}

export function projectService(object: KubeObject): ServiceView {
  const { metadata, spec } = object as Service;
  return {
    ...view(object),
    content: metadata.annotations?.[CONTENT] ?? null,
    spec,
    serving: Number(spec.selector?.[REVISION] ?? 0),
  };
}

export function projectRoute(object: KubeObject): RouteView {
  const { metadata, spec, status } = object as HttpRoute;
  return {
    ...view(object),
    generation: metadata.generation ?? 0,
    content: metadata.annotations?.[CONTENT] ?? null,
    spec,
    parents: status?.parents ?? [],
  };
}
