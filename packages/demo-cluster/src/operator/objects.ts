// SPDX-License-Identifier: Apache-2.0
import { KubeObject } from '../gateway/objects';

/*
 * The few fields that the operator reads, in the raw JSON shape of the API.
 */

export interface Incoming {
  steal: boolean;
  /** JSON text, see `filter.ts`. Absent: every request. */
  httpFilter?: string | null;
}

export interface PreviewSession extends KubeObject {
  metadata: KubeObject['metadata'] & {
    finalizers?: string[];
    deletionTimestamp?: string;
  };
  spec: {
    image: string;
    key: string;
    target: {
      apiVersion: string;
      kind: string;
      name: string;
      container: string;
    };
    /** From the moment at which it is ready; from 2^32-1 on it means for ever. */
    ttlSecs: number;
    replicas?: number;
    incoming?: Incoming | null;
    env?: { overrides?: Record<string, string> | null } | null;
    idle?: {
      startIdle?: boolean;
      sleepAfterSecs?: number | null;
      wakeTimeoutSecs?: number | null;
    } | null;
  };
  status?: SessionStatus | null;
}

export interface SessionStatus {
  phase: string;
  startedAt: string;
  failureMessage?: string | null;
  failedAt?: string | null;
  expiresAt?: string | null;
  idleSince?: string | null;
}

export interface Container {
  name: string;
  image: string;
  env?: { name: string; value?: string; valueFrom?: unknown }[];
  ports?: { name?: string; containerPort: number }[];
}

export interface PodTemplate {
  metadata?: {
    labels?: Record<string, string>;
    annotations?: Record<string, string>;
  };
  spec: { containers: Container[] } & Record<string, unknown>;
}

/** A Deployment or StatefulSet. */
export interface Workload extends KubeObject {
  spec: { template: PodTemplate };
}

export interface ContainerStatus {
  name: string;
  ready: boolean;
  restartCount: number;
  state?: {
    waiting?: { reason?: string; message?: string };
    terminated?: { exitCode: number; reason?: string };
  };
  lastState?: { terminated?: { exitCode: number; reason?: string } };
}

export interface Pod extends KubeObject {
  metadata: KubeObject['metadata'] & { deletionTimestamp?: string };
  status?: { containerStatuses?: ContainerStatus[] };
}

/** How pods say which session they belong to. */
export const sessionLabel = 'preview.metalbear.co/session-uid';
