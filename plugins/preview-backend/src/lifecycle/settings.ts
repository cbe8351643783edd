// SPDX-License-Identifier: Apache-2.0

const SECOND = 1000;

/** Durations that the lifecycle goes by, in milliseconds. */
export interface LifecycleSettings {
  /** From the deadline to the moment at which the cluster itself acts. */
  backstopGrace: number;
  /** How long the pods of a failed session stay. */
  keepFailed: number;
  /** How long the last log lines of a session stay after its end. */
  keepLogs: number;
  /** How long a revision may take until it answers. */
  readinessTimeout: number;
  /** How long a failing verification may go on before it is shown. */
  verifyPatience: number;
  /** How long an old revision lives on after the new one took over. */
  drain: number;
  /** A session at rest is looked at again after this. */
  resync: number;
  /** A session under way is looked at again after this, watches aside. */
  poll: number;
  /** How long a worker may be silent before others take over its work. */
  lease: number;
  /** How often work of other replicas is looked for. */
  scan: number;
  /** How often cluster and database are compared. */
  sweep: number;
  /** How long a replica holds a cluster's watches without renewing. */
  clusterLease: number;
  /** Sessions that one replica works on at once. */
  concurrency: number;
}

/** What holds unless configured otherwise. */
export const DEFAULT_SETTINGS: LifecycleSettings = {
  backstopGrace: 60 * SECOND,
  keepFailed: 15 * 60 * SECOND,
  keepLogs: 7 * 24 * 3600 * SECOND,
  readinessTimeout: 5 * 60 * SECOND,
  verifyPatience: 15 * SECOND,
  drain: 2 * SECOND,
  resync: 5 * 60 * SECOND,
  poll: 5 * SECOND,
  lease: 3.5 * SECOND,
  scan: SECOND,
  sweep: 60 * SECOND,
  clusterLease: 6 * SECOND,
  concurrency: 16,
};
