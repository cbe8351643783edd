// SPDX-License-Identifier: Apache-2.0
import {
  type ChangeRequest,
  type EnvironmentQuery,
  type LogsQuery,
  type PreviewError,
  type SessionQuery,
  type SignOffRequest,
  type StartRequest,
  type WaitQuery,
  previewError,
} from '@preview-environments/backstage-plugin-preview-common';
import type { SessionRecord } from '../database/SessionRecord';
import { change } from '../sessions/commands/change';
import { refuseElsewhere } from '../sessions/commands/refuseElsewhere';
import { restartActive, startLike } from '../sessions/commands/restart';
import { signOff } from '../sessions/commands/signOff';
import { start } from '../sessions/commands/start';
import { stop } from '../sessions/commands/stop';
import { stopEnvironment } from '../sessions/commands/stopEnvironment';
import { verify } from '../sessions/commands/verify';
import { clusterEvents } from '../sessions/queries/clusterEvents';
import { entityOptions } from '../sessions/queries/entityOptions';
import {
  getEnvironment,
  listEnvironments,
} from '../sessions/queries/environments';
import { getRecord, viewOf } from '../sessions/queries/get';
import { list } from '../sessions/queries/list';
import { logs } from '../sessions/queries/logs';
import { preflight } from '../sessions/queries/preflight';
import { waitFor } from '../sessions/queries/wait';
import type { SessionContext } from '../sessions/SessionContext';
import type {
  Repeatable,
  RestartRequest,
  SessionsService,
} from '../sessions/SessionsService';
import { readEntityRef } from '../sessions/start/parseStart';
import { type Attempt, attemptOf, attemptOn } from './Attempt';
import type { Attempts } from './Attempts';
import type { Caller } from './Caller';
import type { RateLimit } from './RateLimit';
import type { SessionAction, SessionGuard } from './SessionGuard';
import type { StartAuthorizer } from './StartAuthorizer';

interface Parts {
  context: SessionContext;
  guard: SessionGuard;
  starts: StartAuthorizer;
  attempts: Attempts;
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
    // Who may change nothing is not told what could be changed.
    const asked: SessionAction[] = actions.length > 0 ? actions : ['extend'];
    return this.onSession(caller, id, 'change', asked, async session => {
      refuseElsewhere(session);
      if (actions.length === 0) {
        throw previewError('InvalidRequest', {
          message: 'The request asks for nothing that could be changed.',
          hint: 'Give at least one of: image, ttl, expiresAt, extendBy, pinned.',
        });
      }
      const { context } = this.parts;
      return change(context, caller, session, request, idempotencyKey);
    });
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
      refuseElsewhere(session);
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
        async () => {
          const over = await getRecord(this.parts.context, id);
          return this.startGranted(caller, startLike(over, request), options);
        },
      );
    });
  }

  verify(caller: Caller, id: string) {
    return this.onSession(caller, id, 'verify', ['update'], async session => {
      refuseElsewhere(session);
      this.parts.verifications.take(id);
      await verify(this.parts.context, session);
      return viewOf(
        this.parts.context,
        await getRecord(this.parts.context, id),
      );
    });
  }

  signOff(caller: Caller, id: string, request: SignOffRequest) {
    return this.onSession(caller, id, 'sign-off', ['sign-off'], async found => {
      const { context } = this.parts;
      // Who signs off must be able to see the service itself, not its preview
      // alone.
      await context.entities.read(caller, found.entityRef);
      refuseElsewhere(found);
      return signOff(context, caller, id, request);
    });
  }

  wait(caller: Caller, id: string, query: WaitQuery, signal: AbortSignal) {
    return this.onSession(caller, id, 'wait', [], async () => {
      const { context } = this.parts;
      const { session, done } = await waitFor(context, id, query, signal);
      return { done, session: await viewOf(context, session) };
    });
  }

  logs(caller: Caller, id: string, query: LogsQuery, signal: AbortSignal) {
    return this.onSession(caller, id, 'logs', ['logs'], session =>
      logs(this.parts.context, caller, session, query, signal),
    );
  }

  clusterEvents(caller: Caller, id: string) {
    return this.onSession(caller, id, 'events', [], session =>
      clusterEvents(this.parts.context, session),
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
      const { context, guard, attempts } = this.parts;
      const visible = await guard.visible(caller);
      const judge = await guard.judge(caller, 'stop');
      const refusals: [Attempt, PreviewError][] = [];
      const judged = (session: SessionRecord) => {
        const objection = judge(session);
        if (objection && !request.dryRun) {
          refusals.push([attemptOn('stop', session), objection]);
        }
        return objection;
      };
      try {
        return await stopEnvironment(
          ...([context, caller, key, request, visible, judged] as const),
        );
      } finally {
        for (const [attempt, error] of refusals) {
          await attempts.refused(caller, attempt, error);
        }
      }
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
      Object.assign(attempt, attemptOn(what, session));
      await this.parts.guard.check(caller, session, actions);
      return work(session);
    });
  }

  private guarded<T>(
    caller: Caller,
    attempt: Attempt,
    work: () => Promise<T>,
  ): Promise<T> {
    return this.parts.attempts.run(caller, attempt, work);
  }
}
