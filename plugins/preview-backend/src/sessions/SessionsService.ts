// SPDX-License-Identifier: Apache-2.0
import type {
  ChangeRequest,
  ChangeResponse,
  ClusterEvents,
  EntityOptions,
  EnvironmentQuery,
  EnvironmentSummary,
  LogsQuery,
  Page,
  PreflightReport,
  PreviewSession,
  SessionQuery,
  SignOffRequest,
  StartRequest,
  StartResponse,
  StopEnvironmentResponse,
  WaitQuery,
  WaitResponse,
} from '@preview-environments/backstage-plugin-preview-common';
import type { Caller } from '../authorization/Caller';
import type { SignOffResult } from './commands/signOff';

export interface RestartRequest {
  image?: string;
  ttl?: string;
  reason?: string;
}

/** A stop that was asked for, and whether there was anything to stop. */
export interface StopResult {
  session: PreviewSession;
  alreadyOver: boolean;
}

/** A repeatable command: what the client sent as `Idempotency-Key`. */
export interface Repeatable {
  idempotencyKey?: string;
}

/**
 * Everything that can be asked of previews, by whomever and through whatever.
 * Each method throws a `PreviewError` when it refuses.
 */
export interface SessionsService {
  start(
    caller: Caller,
    request: StartRequest,
    options?: Repeatable,
  ): Promise<StartResponse>;
  /** Never throws for what it can say in a check. */
  preflight(caller: Caller, request: StartRequest): Promise<PreflightReport>;
  list(caller: Caller, query: SessionQuery): Promise<Page<PreviewSession>>;
  get(caller: Caller, id: string): Promise<PreviewSession>;
  change(
    caller: Caller,
    id: string,
    request: ChangeRequest,
    options?: Repeatable,
  ): Promise<ChangeResponse>;
  stop(caller: Caller, id: string, reason?: string): Promise<StopResult>;
  restart(
    caller: Caller,
    id: string,
    request: RestartRequest,
    options?: Repeatable,
  ): Promise<StartResponse>;
  verify(caller: Caller, id: string): Promise<PreviewSession>;
  signOff(
    caller: Caller,
    id: string,
    request: SignOffRequest,
  ): Promise<SignOffResult>;
  wait(
    caller: Caller,
    id: string,
    query: WaitQuery,
    signal: AbortSignal,
  ): Promise<WaitResponse>;
  logs(
    caller: Caller,
    id: string,
    query: LogsQuery,
    signal: AbortSignal,
  ): Promise<AsyncIterable<Uint8Array>>;
  clusterEvents(caller: Caller, id: string): Promise<ClusterEvents>;
  listEnvironments(
    caller: Caller,
    query: EnvironmentQuery,
  ): Promise<Page<EnvironmentSummary>>;
  getEnvironment(caller: Caller, key: string): Promise<EnvironmentSummary>;
  stopEnvironment(
    caller: Caller,
    key: string,
    request: { reason?: string; dryRun?: boolean },
  ): Promise<StopEnvironmentResponse>;
  entityOptions(caller: Caller, entityRef: string): Promise<EntityOptions>;
}
