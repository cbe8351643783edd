// SPDX-License-Identifier: Apache-2.0
import type { KubeObject } from '../kubernetes/model';

/*
 * The fields of the operator's resources that the driver writes or reads, in
 * the shape of the published CRD.
 */

export interface SessionTarget {
  apiVersion: string;
  kind: string;
  name: string;
  container: string;
}

export interface Incoming {
  steal: boolean;
  /** JSON text of the operator's filter, see `filter.ts`. */
  httpFilter?: string;
  ports?: number[];
  ignorePorts?: number[];
}

/** Patterns of names, with `*` and `?`; one of the two. */
export interface NameFilter {
  include?: string[];
  exclude?: string[];
}

export interface QueueFilter {
  messageFilter?: Record<string, string>;
  jqFilter?: string;
}

type ById<T> = Record<string, T>;

export interface QueueSplitting {
  sqsQueueFilters?: ById<QueueFilter>;
  rmqQueueFilters?: ById<QueueFilter>;
  gcpPubsubQueueFilters?: ById<QueueFilter>;
  azureServiceBusQueueFilters?: ById<QueueFilter>;
  redisPubsubQueueFilters?: ById<QueueFilter>;
  temporalQueueFilters?: ById<QueueFilter>;
  bullmqQueueFilters?: ById<QueueFilter>;
  kafkaQueueFilters?: ById<Record<string, string>>;
  kafkaQueueJqFilters?: ById<string>;
  /** Only those that mirror. */
  queueModes?: ById<'mirror'>;
}

/** Names of branch databases by `TYPEBranchNames`. */
export type DatabaseBranching = Record<string, string[]>;

export interface MirrordSessionSpec {
  image: string;
  key: string;
  target: SessionTarget;
  /** From the moment at which the session gets ready. */
  ttlSecs: number;
  replicas?: number;
  /** Absent: no traffic is taken. */
  incoming?: Incoming;
  env?: NameFilter & { overrides?: Record<string, string> };
  queueSplitting?: QueueSplitting;
  dbBranching?: DatabaseBranching;
  /** Of the keys of labels that pods take over. */
  labels?: NameFilter;
  configMounts?: { path: string; type: 'text' | 'binary'; data: string }[];
  /** Contents are handed over apart, see `secretMounts.ts`. */
  secretMounts?: { path: string; secretKey: string }[];
  idle?: {
    startIdle?: boolean;
    sleepAfterSecs?: number;
    wakeTimeoutSecs?: number;
  };
}

export interface MirrordSessionStatus {
  /** A word that we do not know means: wait. */
  phase: string;
  startedAt?: string;
  failureMessage?: string | null;
  failedAt?: string | null;
  expiresAt?: string | null;
  shareHost?: string | null;
  idleSince?: string | null;
}

export interface MirrordSession extends KubeObject {
  spec: MirrordSessionSpec;
  status?: MirrordSessionStatus | null;
}

/** What the operator says of itself; its keys are in snake case. */
export interface MirrordOperator extends KubeObject {
  spec?: {
    operator_version?: string;
    supported_features?: string[];
    license?: { expire_at?: string; name?: string };
    /** Set where sessions live in the operator's own namespace. */
    operator_namespace?: string | null;
  };
}
