// SPDX-License-Identifier: Apache-2.0
import {
  type AuditQuery,
  type ChangeRequest,
  type EnvironmentQuery,
  type LogsQuery,
  type SessionQuery,
  type StartRequest,
  type WaitQuery,
  isPreviewError,
  previewAuditReadPermission,
  previewError,
} from '@preview-environments/backstage-plugin-preview-common';
import { change } from '../sessions/commands/change';
import { restartActive, startLike } from '../sessions/commands/restart';
import { start } from '../sessions/commands/start';
import { stop } from '../sessions/commands/stop';
import { stopEnvironment } from '../sessions/commands/stopEnvironment';
import { verify } from '../sessions/commands/verify';
import { listAuditEvents } from '../sessions/queries/auditEvents';
import { entityOptions } from '../sessions/queries/entityOptions';
import {
  getEnvironment,
  listEnvironments,
} from '../sessions/queries/environments';
import { getRecord, viewOf } from '../sessions/queries/get';
import { list } from '../sessions/queries/list';
import { logs } from '../sessions/queries/logs';
import { preflight } from '../sessions/queries/preflight';
import { isDone, waitFor } from '../sessions/queries/wait';
import type { SessionContext } from '../sessions/SessionContext';
import type {
  Repeatable,
  RestartRequest,
  SessionsService,
} from '../sessions/SessionsService';
import { readEntityRef } from '../sessions/start/parseStart';
import { type Attempt, attemptOf } from './Attempt';
import type { AuditorMirror } from './AuditorMirror';
import type { Caller } from './Caller';
import type { DenialLog } from './DenialLog';
import type { PermissionGate } from './PermissionGate';
import type { RateLimit } from './RateLimit';
import type { SessionAction, SessionGuard } from './SessionGuard';
import type { StartAuthorizer } from './StartAuthorizer';

interface Parts {
  context: SessionContext;
  gate: PermissionGate;
  guard: SessionGuard;
  starts: StartAuthorizer;
  denials: DenialLog;
  mirror: AuditorMirror;
  verifications: RateLimit;
}

/**
 * Every operation behind its authorisation. Commands and queries themselves
 * ask nobody, routes neither: this is the only place that does.
 */
export class AuthorizedSessionsService implements SessionsService {
  constructor(private readonly parts: Parts) {}

  start(caller: Caller, request: StartRequest, options: Repeatable = {}) {
    return this.guarded(caller, attemptOf('start', request), () =>
      this.startGranted(caller, request, options),
    );
  }

  preflight(caller: Caller, request: StartRequest) {
    return this.guarded(caller, attemptOf('preflight', request), async () => {
      const entityRef = readEntityRef(request.entityRef);
      const grant = await this.parts.starts.grantFor(caller, entityRef);
      return preflight(this.parts.context, caller, request, grant);
    });
  }

  list(caller: Caller, query: SessionQuery) {
    return this.guarded(caller, { what: 'list' }, async () => {
      const visible = await this.parts.guard.visible(caller);
      return visible === 'none'
        ? { items: [], nextCursor: null }
        : list(this.parts.context, query, visible);
    });
  }

  get(caller: Caller, id: string) {
    return this.onSession(caller, id, 'get', [], session =>
      viewOf(this.parts.context, session),
    );
  }

  change(
    caller: Caller,
    id: string,
    request: ChangeRequest,
    { idempotencyKey }: Repeatable = {},
  ) {
    const { image, reason, ...times } = request;
    const actions: SessionAction[] = [
      ...(image === undefined ? [] : ['update' as const]),
      ...(Object.keys(times).length === 0 ? [] : ['extend' as const]),
    ];
    return this.onSession(caller, id, 'change', actions, session =>
      change(this.parts.context, caller, session, request, idempotencyKey),
    );
  }

  stop(caller: Caller, id: string, reason?: string) {
    return this.onSession(caller, id, 'stop', ['stop'], () =>
      stop(this.parts.context, caller, id, reason || null),
    );
  }

  restart(
    caller: Caller,
    id: string,
    request: RestartRequest,
    options: Repeatable = {},
  ) {
    return this.onSession(caller, id, 'restart', [], async session => {
      if (session.endedAt !== null) {
        const like = startLike(session, request);
        return this.startGranted(caller, like, options);
      }
      await this.parts.guard.check(caller, session, ['update']);
      const { idempotencyKey } = options;
      return restartActive(
        this.parts.context,
        caller,
        session,
        request,
        idempotencyKey,
      );
    });
  }

  verify(caller: Caller, id: string) {
    return this.onSession(caller, id, 'verify', ['update'], async session => {
      this.parts.verifications.take(id);
      await verify(this.parts.context, session);
      return viewOf(
        this.parts.context,
        await getRecord(this.parts.context, id),
      );
    });
  }

  wait(caller: Caller, id: string, query: WaitQuery, signal: AbortSignal) {
    return this.onSession(caller, id, 'wait', [], async () => {
      const session = await waitFor(this.parts.context, id, query, signal);
      return {
        done: isDone(session, query.for),
        session: await viewOf(this.parts.context, session),
      };
    });
  }

  logs(caller: Caller, id: string, query: LogsQuery, signal: AbortSignal) {
    return this.onSession(caller, id, 'logs', ['logs'], session =>
      logs(this.parts.context, caller, session, query, signal),
    );
  }

  listEnvironments(caller: Caller, query: EnvironmentQuery) {
    return this.guarded(caller, { what: 'list' }, async () => {
      const visible = await this.parts.guard.visible(caller);
      return visible === 'none'
        ? { items: [], nextCursor: null }
        : listEnvironments(this.parts.context, query, visible);
    });
  }

  getEnvironment(caller: Caller, key: string) {
    return this.guarded(caller, { what: 'get', key }, async () => {
      const visible = await this.parts.guard.visible(caller);
      return getEnvironment(this.parts.context, key, visible);
    });
  }

  stopEnvironment(
    caller: Caller,
    key: string,
    request: { reason?: string; dryRun?: boolean },
  ) {
    return this.guarded(caller, { what: 'stop', key }, async () => {
      const { context, guard } = this.parts;
      const visible = await guard.visible(caller);
      const judge = await guard.judge(caller, 'stop');
      return stopEnvironment(context, caller, key, request, visible, judge);
    });
  }

  entityOptions(caller: Caller, text: string) {
    const attempt = { what: 'options', entityRef: text };
    return this.guarded(caller, attempt, async () => {
      const { context, guard, starts } = this.parts;
      const grant = await starts.grantFor(caller, readEntityRef(text));
      return entityOptions(context, caller, grant, guard);
    });
  }

  listAuditEvents(caller: Caller, query: AuditQuery) {
    return this.guarded(caller, { what: 'audit' }, async () => {
      const { context, gate, guard } = this.parts;
      if (!(await gate.allows(caller, previewAuditReadPermission))) {
        throw previewError('PermissionDenied');
      }
      return listAuditEvents(context, query, guard.visibleEvents(caller));
    });
  }

  private async startGranted(
    caller: Caller,
    request: StartRequest,
    { idempotencyKey }: Repeatable,
  ) {
    const entityRef = readEntityRef(request.entityRef);
    const grant = await this.parts.starts.grantFor(caller, entityRef);
    return start(this.parts.context, caller, request, grant, idempotencyKey);
  }

  private onSession<T>(
    caller: Caller,
    id: string,
    what: string,
    actions: SessionAction[],
    work: (session: Awaited<ReturnType<typeof getRecord>>) => Promise<T>,
  ): Promise<T> {
    const attempt: Attempt = { what, sessionId: id };
    return this.guarded(caller, attempt, async () => {
      const session = await getRecord(this.parts.context, id);
      const { key, entityRef, ownerRef, cluster, namespace, target } = session;
      Object.assign(attempt, {
        key,
        entityRef,
        ownerRef,
        cluster,
        namespace,
        target,
      });
      await this.parts.guard.check(caller, session, actions);
      return work(session);
    });
  }

  /** Records what is refused, whoever refused it. */
  private async guarded<T>(
    caller: Caller,
    attempt: Attempt,
    work: () => Promise<T>,
  ): Promise<T> {
    try {
      const result = await work();
      this.parts.mirror.succeeded(caller, attempt);
      return result;
    } catch (error) {
      if (isPreviewError(error)) {
        await this.parts.denials.record(caller, error, attempt);
      }
      throw error;
    }
  }
}
