// SPDX-License-Identifier: Apache-2.0
import type { FilterType } from '../grammar/filter';
import type { InputName } from './inputs';
import type { LabelMode, TrafficMode } from './phase';

/**
 * What one driver can do on one cluster. Asked, never assumed.
 *
 * @public
 */
export interface DriverCapabilities {
  steal: boolean;
  mirror: boolean;
  unfilteredMirror: boolean;
  inPlaceUpdate: boolean;
  extend: boolean;
  /** The cluster itself removes the preview at the backstop. */
  clusterDeadline: boolean;
  replicas: boolean;
  verify: boolean;
  dbBranch: boolean;
  queueSplit: boolean;
  share: boolean;
  labelModes: LabelMode[];
  /** Members of the filter union that can be asked for. */
  filters: FilterType[];
  /** Further inputs that can be asked for. */
  inputs: InputName[];
  /** Why something is absent, by the name of the capability. */
  reasons: Partial<Record<string, string>>;
}

/** @public */
export interface TargetOption {
  target: string;
  cluster: string;
  namespace: string;
  driver: string;
  /** Present image of the target's main container, where readable. */
  image: string | null;
  /** Repositories from which an image may come; `*` = any. */
  imageRepositories: string[];
  containers: string[];
  capabilities: DriverCapabilities;
  trafficModes: TrafficMode[];
  /** Why nothing can be started here, or `null`. */
  problem: { code: string; message: string; hint: string } | null;
}

/**
 * A link template that never becomes a link.
 *
 * @public
 */
export interface LinkProblem {
  /** Where it stands: `preview.links`, or the entity with its annotation. */
  source: string;
  title: string;
  url: string;
  /** What is wrong and what would be right, in a sentence. */
  problem: string;
}

/**
 * A workload that an entity names as its own.
 *
 * @public
 */
export interface EntityMatch {
  entityRef: string;
  cluster: string;
  namespace: string;
  target: string;
}

/**
 * Answer of `GET /entities/:kind/:namespace/:name/options`: what may be
 * started for an entity by the caller. Durations in seconds.
 *
 * @public
 */
export interface EntityOptions {
  entityRef: string;
  ownerRef: string | null;
  mayStart: boolean;
  /** Why the caller may not start, or `null`. */
  denied: { code: string; message: string; hint: string } | null;
  /**
   * What the product's own rules let the caller do with previews of this
   * entity; the permission framework may still say no to a single one.
   */
  may: {
    update: boolean;
    extend: boolean;
    stop: boolean;
    logs: boolean;
    signOff: boolean;
  };
  /** What policy lets the caller ask for besides the image. */
  allow: {
    /** No end date. */
    pinned: boolean;
    /** Names of environment variables that may be set. */
    env: string[];
    /** Members of the filter union. */
    filters: FilterType[];
    inputs: InputName[];
  };
  targets: TargetOption[];
  defaults: { ttlSeconds: number; trafficMode: TrafficMode };
  limits: { ttlMinSeconds: number; ttlMaxSeconds: number };
  headers: string[];
  quota: {
    perUser: { limit: number; used: number };
    perOwner: { limit: number; used: number };
  };
  frozen: boolean;
  /** Broken links of configuration and entity, for admins; else empty. */
  linkProblems: LinkProblem[];
  /** An editable proposal that carries a random part. */
  proposedKey: string;
}

/** @public */
export interface EnvironmentSummary {
  key: string;
  ownerRef: string;
  /** Active sessions, newest first. */
  sessions: import('./session').PreviewSession[];
  active: number;
  nextExpiresAt: string | null;
}

/** @public */
export interface StopEnvironmentResponse {
  dryRun: boolean;
  stopped: { id: string; entityRef: string }[];
  skipped: { id: string; entityRef: string; code: string; message: string }[];
}
