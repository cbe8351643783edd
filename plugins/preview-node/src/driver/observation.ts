// SPDX-License-Identifier: Apache-2.0
import type {
  Access,
  Difference,
  Evidence,
  FailureCode,
  PreviewPod,
  TargetRef,
  Traffic,
} from '@preview-environments/backstage-plugin-preview-common';

/**
 * Something that stands in the way. `fatal: false` may pass by itself (a
 * pull that is tried again): the caller gives it time.
 *
 * @public
 */
export interface Problem {
  code: FailureCode;
  message: string;
  hint?: string;
  evidence: Evidence[];
  fatal: boolean;
}

/** Moments (epoch milliseconds) at which a step was reached. @public */
export interface RevisionSteps {
  scheduled: number | null;
  pulled: number | null;
  started: number | null;
  available: number | null;
}

/** @public */
export interface RevisionObservation {
  number: number;
  pods: PreviewPod[];
  /** All wanted replicas are ready. */
  available: boolean;
  /** How many of them are ready; left out by drivers that do not know. */
  readyPods?: number;
  steps: RevisionSteps;
  /** What goes on right now, for example `pulling image`; or `null`. */
  progress: string | null;
  problem: Problem | null;
}

/** @public */
export interface RouteObservation {
  /**
   * `pending`: written, the gateway has not answered yet. `attached`:
   * accepted for the current generation by every parent.
   */
  state: 'detached' | 'pending' | 'attached' | 'rejected';
  problem: Problem | null;
}

/**
 * States that a driver can tell beside being up. `Idle`: no pod runs, the
 * first request wakes one. `Paused`: somebody's local session has the
 * requests for now.
 *
 * @public
 */
export const DRIVER_CONDITIONS = ['Idle', 'Paused'] as const;

/** @public */
export interface DriverCondition {
  type: (typeof DRIVER_CONDITIONS)[number];
  /** One word, for machines. */
  reason: string;
  message: string;
}

/**
 * What a driver sees of one session. Contains no Kubernetes types.
 *
 * @public
 */
export interface Observation {
  /** The root is there (also while it is being removed). */
  exists: boolean;
  /** Being removed by whomever. */
  terminating: boolean;
  /** Some object of the session is still there, whether or not the root is. */
  leftovers: boolean;
  handle: string | null;
  /**
   * When the cluster itself will remove it, as the cluster has it now. A
   * `ceiling` stands from the start and is not moved with the deadline.
   */
  backstop: {
    at: number | null;
    state: 'pending' | 'set' | 'unavailable';
    ceiling?: boolean;
  };
  revisions: RevisionObservation[];
  /** The revision that the traffic goes to, or `null`. */
  serving: number | null;
  route: RouteObservation;
  /** Whether the cloned workload still exists. */
  targetExists: boolean;
  differences: Difference[];
  access: Access;
  /** Those that hold now; left out by drivers that know none. */
  conditions?: DriverCondition[];
  /** Problem of the session as a whole, for example a refused root. */
  problem: Problem | null;
  /** The cluster holds exactly what the intent says. */
  inSync: boolean;
}

/**
 * A session that another client of the cluster started. It is shown, and can
 * be removed by its handle; it is never applied.
 *
 * @public
 */
export interface ElsewhereSession {
  /** The UID of its resource: it is the session's id. */
  sessionId: string;
  /** By which `observe`, `remove` and `logs` know it again. */
  handle: string;
  key: string;
  cluster: string;
  namespace: string;
  target: TargetRef;
  image: string;
  replicas: number;
  traffic: Traffic;
  /** Epoch milliseconds. */
  createdAt: number;
}

/** A session as found in the cluster by its labels. @public */
export interface FoundSession {
  sessionId: string;
  key: string;
  cluster: string;
  namespace: string;
  handle: string | null;
  /** Objects of ours that have no owner any more: nothing ends them. */
  ownerless: boolean;
  /**
   * Deadline as annotated, epoch milliseconds; `undefined` where the driver
   * does not write it down.
   */
  expiresAt: number | null | undefined;
}
