// SPDX-License-Identifier: Apache-2.0
import type {
  AuditBundleQuery,
  AuditEvent,
  AuditState,
  ChangeRequest,
  ChangeResponse,
  ClusterEvents,
  EntityMatch,
  EntityOptions,
  EnvironmentSummary,
  Page,
  Phase,
  PreflightReport,
  PreviewSession,
  SignOffRequest,
  StartRequest,
  StartResponse,
  StopEnvironmentResponse,
  TrafficPage,
  WaitResponse,
} from '../session';

/** @public */
export interface CallOptions {
  signal?: AbortSignal;
  /** Bearer token, where the fetch in use does not add one by itself. */
  token?: string;
}

/** @public */
export interface StartOptions extends CallOptions {
  idempotencyKey?: string;
}

/** @public */
export interface SessionQuery {
  entityRef?: string;
  owner?: string[];
  key?: string;
  phase?: Phase[];
  active?: boolean;
  cluster?: string;
  namespace?: string;
  target?: string;
  createdBy?: string;
  /** ISO 8601; not included. What is pinned has no end. */
  expiresBefore?: string;
  /** Free text over key, image and entity. */
  q?: string;
  order?:
    | 'createdAt:asc'
    | 'createdAt:desc'
    | 'expiresAt:asc'
    | 'expiresAt:desc'
    | 'key:asc'
    | 'key:desc';
  /** 1 to 200. */
  limit?: number;
  cursor?: string;
  count?: boolean;
}

/**
 * Narrows keys to those with a matching active preview; each is then shown
 * with all its previews.
 *
 * @public
 */
export interface EnvironmentQuery {
  owner?: string[];
  entityRef?: string;
  phase?: Phase[];
  cluster?: string;
  createdBy?: string;
  /** ISO 8601; not included. What is pinned has no end. */
  expiresBefore?: string;
  /** Free text over key, image and entity. */
  q?: string;
  /** `expiresAt`: the nearest end; `createdAt`: the newest start. */
  order?:
    | 'key:asc'
    | 'key:desc'
    | 'expiresAt:asc'
    | 'expiresAt:desc'
    | 'createdAt:asc'
    | 'createdAt:desc';
  /** 1 to 200. */
  limit?: number;
  cursor?: string;
  count?: boolean;
}

/** @public */
export interface WaitQuery {
  /** `approved`: an approval counts and no rejection does. */
  for: 'ready' | 'stopped' | 'approved';
  /** Seconds, at most 25. */
  timeout?: number;
}

/** @public */
export interface EntityQuery {
  /** A workload, for example `deployment/checkout`. */
  target: string;
  namespace?: string;
  cluster?: string;
}

/** @public */
export interface LogsQuery {
  follow?: boolean;
  container?: string;
  /** Number of last lines. */
  tail?: number;
  previous?: boolean;
  sinceTime?: string;
}

/**
 * What the audit log is narrowed by; all that is given must hold.
 *
 * @public
 */
export interface AuditFilters {
  /** ISO 8601; included. */
  from?: string;
  /** ISO 8601; not included. */
  to?: string;
  actor?: string;
  action?: string[];
  outcome?: string[];
  entityRef?: string;
  /** Owner as it was when the event happened. */
  owner?: string[];
  key?: string;
  session?: string;
  cluster?: string;
}

/** @public */
export interface AuditQuery extends AuditFilters {
  limit?: number;
  cursor?: string;
}

/** @public */
export interface AuditExportQuery extends AuditFilters {
  format: 'csv' | 'jsonl';
}

/**
 * One moment (`at`), or an interval (`from`, `to`, both included).
 *
 * @public
 */
export interface TrafficQuery {
  entityRef: string;
  at?: string;
  from?: string;
  to?: string;
  limit?: number;
  cursor?: string;
}

/**
 * Everything that the portal, the CLI and CI can ask of the backend. Each
 * call rejects with a `ResponseError` whose `body.error` carries `code`,
 * `field`, `hint` and `retryable`.
 *
 * @public
 */
export interface PreviewApi {
  start(request: StartRequest, options?: StartOptions): Promise<StartResponse>;
  preflight(
    request: StartRequest,
    options?: CallOptions,
  ): Promise<PreflightReport>;
  listSessions(
    query?: SessionQuery,
    options?: CallOptions,
  ): Promise<Page<PreviewSession>>;
  getSession(id: string, options?: CallOptions): Promise<PreviewSession>;
  change(
    id: string,
    request: ChangeRequest,
    options?: CallOptions,
  ): Promise<ChangeResponse>;
  stop(
    id: string,
    reason?: string,
    options?: CallOptions,
  ): Promise<PreviewSession>;
  restart(
    id: string,
    request?: { image?: string; ttl?: string; reason?: string },
    options?: CallOptions,
  ): Promise<StartResponse>;
  verify(id: string, options?: CallOptions): Promise<PreviewSession>;
  /** Answers with the preview; deciding the same again changes nothing. */
  signOff(
    id: string,
    request: SignOffRequest,
    options?: CallOptions,
  ): Promise<PreviewSession>;
  wait(
    id: string,
    query: WaitQuery,
    options?: CallOptions,
  ): Promise<WaitResponse>;
  logs(id: string, query?: LogsQuery, options?: CallOptions): Promise<Response>;
  /** What the cluster says about the objects of a preview. */
  clusterEvents(id: string, options?: CallOptions): Promise<ClusterEvents>;
  listEnvironments(
    query?: EnvironmentQuery,
    options?: CallOptions,
  ): Promise<Page<EnvironmentSummary>>;
  getEnvironment(
    key: string,
    options?: CallOptions,
  ): Promise<EnvironmentSummary>;
  stopEnvironment(
    key: string,
    request?: { reason?: string; dryRun?: boolean },
    options?: CallOptions,
  ): Promise<StopEnvironmentResponse>;
  /** Whose workload a target is, as far as the caller may know. */
  findEntities(
    query: EntityQuery,
    options?: CallOptions,
  ): Promise<{ items: EntityMatch[] }>;
  entityOptions(
    entity: { kind: string; namespace: string; name: string },
    options?: CallOptions,
  ): Promise<EntityOptions>;
  /** The runbook page of a failure's code, Markdown. */
  getRunbook(code: string, options?: CallOptions): Promise<string>;
  listAuditEvents(
    query?: AuditQuery,
    options?: CallOptions,
  ): Promise<Page<AuditEvent>>;
  /** The body is a stream of CSV or JSON Lines, newest first. */
  exportAuditEvents(
    query: AuditExportQuery,
    options?: CallOptions,
  ): Promise<Response>;
  /** How far the audit log is sealed, and anchored elsewhere. */
  auditState(options?: CallOptions): Promise<AuditState>;
  /** The body is an evidence bundle for `preview audit verify`, JSON Lines. */
  auditBundle(
    query?: AuditBundleQuery,
    options?: CallOptions,
  ): Promise<Response>;
  /** Which previews could receive traffic of an entity, and when. */
  traffic(query: TrafficQuery, options?: CallOptions): Promise<TrafficPage>;
}
