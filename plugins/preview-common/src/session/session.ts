// SPDX-License-Identifier: Apache-2.0
import type { RequestFilter } from '../grammar/filter';
import type { SessionInputs } from './inputs';
import type {
  EndReason,
  LabelMode,
  Phase,
  StepName,
  StepStatus,
  TrafficMode,
  Via,
} from './phase';
import type { SignOff } from './signOff';

/**
 * What somebody wants of a preview, always with who and why.
 *
 * @public
 */
export interface DesiredState {
  state: 'running' | 'stopped';
  /** Entity ref, service subject or `system`. */
  by: string;
  reason: string | null;
  at: string;
}

/** @public */
export interface Step {
  name: StepName;
  at: string | null;
  status: StepStatus;
  message: string | null;
}

/**
 * One piece of evidence behind a failure, as the cluster said it.
 *
 * @public
 */
export interface Evidence {
  kind: 'condition' | 'event' | 'status' | 'log';
  text: string;
  at: string | null;
}

/** @public */
export interface Failure {
  /** A code of the registry, see `CODES`. */
  code: string;
  message: string;
  hint: string;
  evidence: Evidence[];
  /** Address of the runbook page, absolute or relative to the portal. */
  runbook: string;
}

/** @public */
export interface Condition {
  type: string;
  status: 'True' | 'False' | 'Unknown';
  reason: string;
  message: string;
  at: string;
}

/**
 * Something in which the preview's pod differs from the target's pod.
 *
 * @public
 */
export interface Difference {
  /** What it is about, for example `volume cache` or `label app`. */
  what: string;
  action: 'added' | 'dropped' | 'replaced' | 'shared';
  why: string;
}

/** @public */
export interface Revision {
  number: number;
  image: string;
  /** Image digests seen in the pods, without duplicates. */
  digests: string[];
  at: string;
  by: string;
}

/** @public */
export interface PreviewPod {
  name: string;
  phase: string;
  restarts: number;
  /** Names, the main container first. */
  containers: string[];
  imageDigest: string | null;
}

/**
 * How to reach a preview.
 *
 * @public
 */
export interface Access {
  /**
   * `null` where no listener and no configuration tells it, and where no
   * request is routed to the preview any more; see `reason`.
   */
  url: string | null;
  /** Why `url` is `null`, or `null`. */
  reason: string | null;
  headers: Record<string, string>;
  curl: string | null;
  portForward: string | null;
  shareUrl: string | null;
}

/** @public */
export interface Link {
  title: string;
  url: string;
  icon: string | null;
}

/**
 * The moment at which the cluster itself removes the preview. `behind`: the
 * deadline was moved, the cluster does not know it yet. `unavailable`: this
 * cluster does not keep deadlines, only the portal does.
 *
 * @public
 */
export interface Backstop {
  at: string | null;
  state: 'pending' | 'set' | 'behind' | 'unavailable';
}

/** @public */
export interface Traffic {
  mode: TrafficMode;
  filter: RequestFilter | null;
}

/**
 * One environment variable of the preview's main container.
 *
 * @public
 */
export interface EnvOverride {
  name: string;
  value?: string;
  secretKeyRef?: { name: string; key: string };
}

/**
 * One isolated copy of one workload running another image, as the API shows
 * it. Times are ISO 8601 in UTC; absent values are `null`, never left out.
 *
 * @public
 */
export interface PreviewSession {
  id: string;
  key: string;
  entityRef: string;
  ownerRef: string;
  cluster: string;
  namespace: string;
  target: string;
  driver: string;
  image: string;
  revision: number;
  /**
   * The revision that is ready and meant to answer: older than `revision`
   * during an update and after one that failed, `null` while none is.
   */
  servingRevision: number | null;
  generation: number;
  replicas: number;
  env: EnvOverride[];
  /** What else was asked for, or `null`. */
  inputs: SessionInputs | null;
  labelMode: LabelMode;
  desired: DesiredState;
  phase: Phase;
  conditions: Condition[];
  readOnly: boolean;
  failure: Failure | null;
  steps: Step[];
  traffic: Traffic;
  differences: Difference[];
  createdBy: string;
  claimedActor: string | null;
  via: Via;
  createdAt: string;
  readyAt: string | null;
  expiresAt: string | null;
  pinned: boolean;
  backstop: Backstop;
  /** Until when the pod of a failed preview is kept for those who look. */
  keepUntil: string | null;
  endedAt: string | null;
  endReason: EndReason | null;
  revisions: Revision[];
  /** Oldest first, void ones included. */
  signOffs: SignOff[];
  pods: PreviewPod[];
  access: Access;
  links: Link[];
}
