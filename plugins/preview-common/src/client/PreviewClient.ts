// SPDX-License-Identifier: Apache-2.0
import { ResponseError } from '@backstage/errors';
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
  PreflightReport,
  PreviewSession,
  SignOffRequest,
  StartRequest,
  StartResponse,
  StopEnvironmentResponse,
  TrafficPage,
  WaitResponse,
} from '../session';
import type {
  AuditExportQuery,
  AuditQuery,
  CallOptions,
  EntityQuery,
  EnvironmentQuery,
  LogsQuery,
  PreviewApi,
  SessionQuery,
  StartOptions,
  TrafficQuery,
  WaitQuery,
} from './PreviewApi';

type Query = Record<string, string | number | boolean | string[] | undefined>;

interface Call extends CallOptions {
  method?: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  query?: Query;
  body?: unknown;
  headers?: Record<string, string>;
}

/**
 * The typed client of `/api/preview/v1`, for browsers and Node alike.
 *
 * @public
 */
export class PreviewClient implements PreviewApi {
  constructor(
    private readonly options: {
      discoveryApi: { getBaseUrl(pluginId: string): Promise<string> };
      fetchApi: { fetch: typeof fetch };
      /** Sent as `Preview-Client`; a label, never a right. */
      client: 'portal' | 'cli' | 'action' | 'api';
    },
  ) {}

  start(request: StartRequest, options: StartOptions = {}) {
    const headers: Record<string, string> = options.idempotencyKey
      ? { 'Idempotency-Key': options.idempotencyKey }
      : {};
    return this.json<StartResponse>('sessions', {
      method: 'POST',
      body: request,
      headers,
      ...options,
    });
  }

  preflight(request: StartRequest, options?: CallOptions) {
    return this.json<PreflightReport>('preflights', {
      method: 'POST',
      body: request,
      ...options,
    });
  }

  listSessions(query: SessionQuery = {}, options?: CallOptions) {
    return this.json<Page<PreviewSession>>('sessions', {
      query: { ...query },
      ...options,
    });
  }

  getSession(id: string, options?: CallOptions) {
    return this.json<PreviewSession>(path`sessions/${id}`, options);
  }

  change(id: string, request: ChangeRequest, options?: CallOptions) {
    return this.json<ChangeResponse>(path`sessions/${id}`, {
      method: 'PATCH',
      body: request,
      ...options,
    });
  }

  stop(id: string, reason?: string, options?: CallOptions) {
    return this.json<PreviewSession>(path`sessions/${id}/stop`, {
      method: 'POST',
      body: reason ? { reason } : {},
      ...options,
    });
  }

  restart(
    id: string,
    request: { image?: string; ttl?: string; reason?: string } = {},
    options?: CallOptions,
  ) {
    return this.json<StartResponse>(path`sessions/${id}/restart`, {
      method: 'POST',
      body: request,
      ...options,
    });
  }

  verify(id: string, options?: CallOptions) {
    return this.json<PreviewSession>(path`sessions/${id}/verify`, {
      method: 'POST',
      body: {},
      ...options,
    });
  }

  signOff(id: string, request: SignOffRequest, options?: CallOptions) {
    return this.json<PreviewSession>(path`sessions/${id}/sign-offs`, {
      method: 'POST',
      body: request,
      ...options,
    });
  }

  wait(id: string, query: WaitQuery, options?: CallOptions) {
    return this.json<WaitResponse>(path`sessions/${id}/wait`, {
      query: { ...query },
      ...options,
    });
  }

  /** The body is a plain text stream; `follow` keeps it open. */
  logs(id: string, query: LogsQuery = {}, options?: CallOptions) {
    return this.call(path`sessions/${id}/logs`, {
      query: { ...query },
      ...options,
    });
  }

  clusterEvents(id: string, options?: CallOptions) {
    return this.json<ClusterEvents>(path`sessions/${id}/events`, options);
  }

  listEnvironments(query: EnvironmentQuery = {}, options?: CallOptions) {
    return this.json<Page<EnvironmentSummary>>('environments', {
      query: { ...query },
      ...options,
    });
  }

  getEnvironment(key: string, options?: CallOptions) {
    return this.json<EnvironmentSummary>(path`environments/${key}`, options);
  }

  stopEnvironment(
    key: string,
    request: { reason?: string; dryRun?: boolean } = {},
    options?: CallOptions,
  ) {
    const { dryRun, ...body } = request;
    return this.json<StopEnvironmentResponse>(path`environments/${key}/stop`, {
      method: 'POST',
      query: { dryRun },
      body,
      ...options,
    });
  }

  findEntities(query: EntityQuery, options?: CallOptions) {
    return this.json<{ items: EntityMatch[] }>('entities', {
      query: { ...query },
      ...options,
    });
  }

  entityOptions(
    entity: { kind: string; namespace: string; name: string },
    options?: CallOptions,
  ) {
    return this.json<EntityOptions>(
      path`entities/${entity.kind}/${entity.namespace}/${entity.name}/options`,
      options,
    );
  }

  async getRunbook(code: string, options?: CallOptions) {
    const response = await this.call(path`runbooks/${code}`, options);
    return response.text();
  }

  listAuditEvents(query: AuditQuery = {}, options?: CallOptions) {
    return this.json<Page<AuditEvent>>('audit/events', {
      query: { ...query },
      ...options,
    });
  }

  /** The body is a stream; read it as it comes. */
  exportAuditEvents(query: AuditExportQuery, options?: CallOptions) {
    return this.call('audit/export', { query: { ...query }, ...options });
  }

  auditState(options?: CallOptions) {
    return this.json<AuditState>('audit/state', options);
  }

  /** The body is a stream; read it as it comes. */
  auditBundle(query: AuditBundleQuery = {}, options?: CallOptions) {
    const { since, ...filters } = query;
    return this.call('audit/bundle', {
      query: { ...filters, since: since?.map(String) },
      ...options,
    });
  }

  traffic(query: TrafficQuery, options?: CallOptions) {
    return this.json<TrafficPage>('audit/traffic', {
      query: { ...query },
      ...options,
    });
  }

  private async json<T>(route: string, call?: Call): Promise<T> {
    const response = await this.call(route, call);
    return (await response.json()) as T;
  }

  private async call(route: string, call: Call = {}): Promise<Response> {
    const base = await this.options.discoveryApi.getBaseUrl('preview');
    const search = new URLSearchParams();
    for (const [name, value] of Object.entries(call.query ?? {})) {
      for (const each of Array.isArray(value) ? value : [value]) {
        if (each !== undefined) search.append(name, String(each));
      }
    }
    const query = search.size > 0 ? `?${search}` : '';
    const response = await this.options.fetchApi.fetch(
      `${base}/v1/${route}${query}`,
      {
        method: call.method ?? 'GET',
        signal: call.signal,
        headers: {
          ...(this.options.client === 'api'
            ? {}
            : { 'Preview-Client': this.options.client }),
          ...(call.body === undefined
            ? {}
            : { 'Content-Type': 'application/json' }),
          ...(call.token ? { Authorization: `Bearer ${call.token}` } : {}),
          ...call.headers,
        },
        body: call.body === undefined ? undefined : JSON.stringify(call.body),
      },
    );
    if (!response.ok) {
      throw await ResponseError.fromResponse(response);
    }
    return response;
  }
}

/** Joins a path, each inserted part escaped. */
function path(texts: TemplateStringsArray, ...values: string[]): string {
  return texts.reduce(
    (joined, text, index) =>
      joined +
      text +
      (index < values.length ? encodeURIComponent(values[index]) : ''),
    '',
  );
}
