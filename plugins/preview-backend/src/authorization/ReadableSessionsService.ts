// SPDX-License-Identifier: Apache-2.0
import type {
  ChangeRequest,
  EnvironmentQuery,
  EnvironmentSummary,
  LogsQuery,
  SessionQuery,
  SignOffRequest,
  StartRequest,
  WaitQuery,
} from '@preview-environments/backstage-plugin-preview-common';
import type {
  Repeatable,
  RestartRequest,
  SessionsService,
} from '../sessions/SessionsService';
import type { Caller } from './Caller';
import type { LogEvidence } from './LogEvidence';

/** Every answer with a session in it, without log lines that are not for the caller. */
export class ReadableSessionsService implements SessionsService {
  constructor(
    private readonly inner: SessionsService,
    private readonly evidence: LogEvidence,
  ) {}

  async start(caller: Caller, request: StartRequest, options?: Repeatable) {
    const answer = await this.inner.start(caller, request, options);
    return this.evidence.within(caller, answer);
  }

  preflight(caller: Caller, request: StartRequest) {
    return this.inner.preflight(caller, request);
  }

  async list(caller: Caller, query: SessionQuery) {
    const page = await this.inner.list(caller, query);
    return {
      ...page,
      items: await this.evidence.readable(caller, page.items),
    };
  }

  async get(caller: Caller, id: string) {
    return this.evidence.one(caller, await this.inner.get(caller, id));
  }

  async change(
    caller: Caller,
    id: string,
    request: ChangeRequest,
    options?: Repeatable,
  ) {
    const answer = await this.inner.change(caller, id, request, options);
    return this.evidence.within(caller, answer);
  }

  async stop(caller: Caller, id: string, reason?: string) {
    const answer = await this.inner.stop(caller, id, reason);
    return this.evidence.within(caller, answer);
  }

  async restart(
    caller: Caller,
    id: string,
    request: RestartRequest,
    options?: Repeatable,
  ) {
    const answer = await this.inner.restart(caller, id, request, options);
    return this.evidence.within(caller, answer);
  }

  async verify(caller: Caller, id: string) {
    return this.evidence.one(caller, await this.inner.verify(caller, id));
  }

  async signOff(caller: Caller, id: string, request: SignOffRequest) {
    const answer = await this.inner.signOff(caller, id, request);
    return this.evidence.within(caller, answer);
  }

  async wait(
    caller: Caller,
    id: string,
    query: WaitQuery,
    signal: AbortSignal,
  ) {
    const answer = await this.inner.wait(caller, id, query, signal);
    return this.evidence.within(caller, answer);
  }

  logs(caller: Caller, id: string, query: LogsQuery, signal: AbortSignal) {
    return this.inner.logs(caller, id, query, signal);
  }

  clusterEvents(caller: Caller, id: string) {
    return this.inner.clusterEvents(caller, id);
  }

  async listEnvironments(caller: Caller, query: EnvironmentQuery) {
    const page = await this.inner.listEnvironments(caller, query);
    return { ...page, items: await this.summaries(caller, page.items) };
  }

  async getEnvironment(caller: Caller, key: string) {
    const found = await this.inner.getEnvironment(caller, key);
    const [summary] = await this.summaries(caller, [found]);
    return summary;
  }

  stopEnvironment(
    caller: Caller,
    key: string,
    request: { reason?: string; dryRun?: boolean },
  ) {
    return this.inner.stopEnvironment(caller, key, request);
  }

  entityOptions(caller: Caller, entityRef: string) {
    return this.inner.entityOptions(caller, entityRef);
  }

  private async summaries(
    caller: Caller,
    items: EnvironmentSummary[],
  ): Promise<EnvironmentSummary[]> {
    const all = items.flatMap(({ sessions }) => sessions);
    const readable = new Map(
      (await this.evidence.readable(caller, all)).map(each => [each.id, each]),
    );
    return items.map(item => ({
      ...item,
      sessions: item.sessions.map(({ id }) => readable.get(id)!),
    }));
  }
}
