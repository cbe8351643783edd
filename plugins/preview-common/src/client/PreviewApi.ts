// SPDX-License-Identifier: Apache-2.0
import type {
  AuditEvent,
  ChangeRequest,
  ChangeResponse,
  EntityOptions,
  EnvironmentSummary,
  Page,
  Phase,
  PreflightReport,
  PreviewSession,
  StartRequest,
  StartResponse,
  StopEnvironmentResponse,
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
  /** Free text over key, image and entity. */
  q?: string;
  order?:
    | 'createdAt:asc'
    | 'createdAt:desc'
    | 'expiresAt:asc'
    | 'expiresAt:desc';
  /** 1 to 200. */
  limit?: number;
  cursor?: string;
  count?: boolean;
}

/** @public */
export interface WaitQuery {
  for: 'ready' | 'stopped';
  /** Seconds, at most 25. */
  timeout?: number;
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

/** @public */
export interface AuditQuery {
  from?: string;
  to?: string;
  actor?: string;
  action?: string[];
  outcome?: string;
  entityRef?: string;
  owner?: string;
  key?: string;
  session?: string;
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
  wait(
    id: string,
    query: WaitQuery,
    options?: CallOptions,
  ): Promise<WaitResponse>;
  logs(id: string, query?: LogsQuery, options?: CallOptions): Promise<Response>;
  listEnvironments(
    query?: { owner?: string; q?: string; limit?: number; cursor?: string },
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
}
