// SPDX-License-Identifier: Apache-2.0
import type { Difference } from '@preview-environments/backstage-plugin-preview-common';
import type {
  HttpRouteSpec,
  RouteParentStatus,
} from '../routing/gateway-api/model';
import type { Service } from '../model';

/*
 * Projections of our own objects: only what is judged, since one replica
 * keeps them for every active session. Times are epoch milliseconds.
 */

export interface View {
  name: string;
  namespace: string;
  uid: string;
  resourceVersion: string;
  sessionId: string;
  key: string;
  /** Someone has deleted it, it is not gone yet. */
  deleting: boolean;
  /** UID of the controlling owner, or `null` = an orphan. */
  owner: string | null;
}

export interface RootView extends View {
  createdAt: number;
  startTime: number | null;
  activeDeadlineSeconds: number | null;
  suspended: boolean;
  /** The cluster has ended it, its deletion follows. */
  finished: boolean;
  image: string;
  deadline: string | null;
}

export interface ReplicaSetView extends View {
  revision: number;
  image: string;
  replicas: number;
  readyReplicas: number;
  createdAt: number;
  /** Refusal of a pod: quota, pod security, a webhook. */
  failure: { message: string; at: number | null } | null;
  differences: Difference[];
}

export interface ContainerView {
  name: string;
  init: boolean;
  ready: boolean;
  restarts: number;
  /** As the pod asks for it. */
  image: string | null;
  imageId: string | null;
  startedAt: number | null;
  waiting: { reason: string; message: string } | null;
  terminated: { reason: string; exitCode: number; message: string } | null;
  lastTerminated: { reason: string; exitCode: number } | null;
}

export interface PodView extends View {
  revision: number;
  mainContainer: string | null;
  phase: string;
  reason: string | null;
  message: string | null;
  createdAt: number;
  scheduledAt: number | null;
  unschedulable: { message: string; at: number | null } | null;
  readyAt: number | null;
  containers: ContainerView[];
}

export interface ServiceView extends View {
  /** Hash of the spec as we wrote it last. */
  content: string | null;
  spec: Service['spec'];
  /** Revision that it leads to. */
  serving: number;
}

export interface RouteView extends View {
  generation: number;
  content: string | null;
  spec: HttpRouteSpec;
  parents: RouteParentStatus[];
}

/** Everything of one session that a cluster holds. */
export interface SessionObjects {
  roots: RootView[];
  replicaSets: ReplicaSetView[];
  pods: PodView[];
  services: ServiceView[];
  routes: RouteView[];
}

export function noObjects(): SessionObjects {
  return { roots: [], replicaSets: [], pods: [], services: [], routes: [] };
}
