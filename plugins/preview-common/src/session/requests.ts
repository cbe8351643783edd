// SPDX-License-Identifier: Apache-2.0
import type { RequestFilter } from '../grammar/filter';
import type { StartInputs } from './inputs';
import type { LabelMode, TrafficMode } from './phase';
import type { Difference, EnvOverride, PreviewSession } from './session';

/**
 * Body of `POST /sessions` and `POST /preflights`. On an update absent fields
 * are kept; the deadline moves only when `ttl` or `expiresAt` is given.
 *
 * @public
 */
export interface StartRequest extends StartInputs {
  entityRef: string;
  image: string;
  key?: string;
  target?: string;
  cluster?: string;
  namespace?: string;
  driver?: string;
  /** ISO 8601 (`PT8H`) or short (`90m`, `2h`, `3d`). Not with `expiresAt`. */
  ttl?: string;
  expiresAt?: string;
  pinned?: boolean;
  traffic?: { mode: TrafficMode; filter?: RequestFilter | null };
  labelMode?: LabelMode;
  env?: EnvOverride[];
  replicas?: number;
  reason?: string;
  /** Overrides an earlier stop by a person. */
  resume?: boolean;
  /** Name of a human on whose behalf a service asks; never the actor. */
  claimedActor?: string;
}

/** @public */
export type StartOutcome =
  | 'created'
  | 'updated'
  | 'replaced'
  | 'unchanged'
  | 'keptStopped';

/** @public */
export interface StartResponse {
  session: PreviewSession;
  outcome: StartOutcome;
}

/**
 * Body of `PATCH /sessions/:id`; at most one of `ttl` (from now), `expiresAt`
 * and `extendBy` (from the present deadline).
 *
 * @public
 */
export interface ChangeRequest {
  image?: string;
  ttl?: string;
  expiresAt?: string;
  extendBy?: string;
  pinned?: boolean;
  reason?: string;
}

/**
 * The rule that cut a wished deadline short.
 *
 * @public
 */
export interface DeadlineCap {
  rule: string;
  expiresAt: string;
  message: string;
}

/** @public */
export interface ChangeResponse {
  session: PreviewSession;
  /** The deadline and, in seconds, the distance to it. */
  expiresAt: string | null;
  ttlSeconds: number | null;
  cap: DeadlineCap | null;
}

/** @public */
export interface Check {
  name: string;
  status: 'passed' | 'warning' | 'failed' | 'not-checked';
  message: string;
  /** Code of the registry where the check failed. */
  code: string | null;
  field: string | null;
  hint: string | null;
}

/**
 * Something that reaches the preview although the key does not govern it, for
 * example a Kafka group. `declared: false` = nobody declared anything.
 *
 * @public
 */
export interface NotCovered {
  what: string;
  why: string;
}

/**
 * Everything that a start would check and do, without doing it.
 *
 * @public
 */
export interface PreflightReport {
  ok: boolean;
  checks: Check[];
  differences: Difference[];
  notCovered: NotCovered[];
  /** Whether the workload or the entity declares what the key leaves out. */
  notCoveredDeclared: boolean;
  key: string;
  target: string | null;
  cluster: string | null;
  namespace: string | null;
  image: string;
  expiresAt: string | null;
  headers: Record<string, string>;
  curl: string | null;
  /** `surge` where two pods fit, `recreate` where only one does. */
  update: 'surge' | 'recreate' | null;
}

/** @public */
export interface Page<T> {
  items: T[];
  nextCursor: string | null;
  /** Only with `?count=true`: a number, or `1000+`. */
  count?: string;
}

/** @public */
export interface WaitResponse {
  done: boolean;
  session: PreviewSession;
}
