// SPDX-License-Identifier: Apache-2.0
import type {
  ClusterEvent,
  DriverCapabilities,
} from '@preview-environments/backstage-plugin-preview-common';
import type { SessionIntent, SessionIdentity } from './intent';
import type {
  ElsewhereSession,
  FoundSession,
  Observation,
} from './observation';
import type {
  DriverPreflight,
  PreflightTarget,
  TargetFacts,
} from './preflight';
import type { Verification } from './verification';

/**
 * Turns sessions into running things. A driver knows clusters, and neither
 * database nor HTTP. Every method may be called by any replica at any time.
 *
 * Errors: a `PreviewError` is an answer (explained, not retried unless its
 * code is retryable); everything else counts as "the cluster did not answer"
 * and is retried by the caller with backoff. No method retries by itself.
 *
 * @public
 */
export interface PreviewDriver {
  /** Value of `driver` in configuration, for example `kubernetes`. */
  readonly type: string;

  /** What this cluster can do now. May be stale by a minute. */
  capabilities(cluster: string): Promise<DriverCapabilities>;

  /**
   * Reads the workload behind a target: binding annotations, image,
   * containers, secrets in use. Not stale: reads through.
   *
   * @throws PreviewError `TargetNotFound`, `TargetUnsupported`, `Forbidden`
   */
  resolve(target: PreflightTarget): Promise<TargetFacts>;

  /**
   * Everything that `apply` would check and do, by dry runs. Writes nothing.
   * Never throws for what it can say in a check.
   */
  preflight(intent: SessionIntent): Promise<DriverPreflight>;

  /**
   * Makes the cluster hold exactly what the intent says: missing objects are
   * created, changed ones written, revisions that the intent does not list
   * removed, the route attached or detached. Idempotent; writes nothing when
   * everything is in place already. Ends before pods are ready.
   *
   * With `intent.handle` set and the root of that name gone, nothing is
   * written and the observation says `exists: false`: a root that is gone is
   * never made anew under the same handle.
   */
  apply(intent: SessionIntent): Promise<Observation>;

  /** What is there now. May be stale by the delay of a watch. */
  observe(intent: SessionIntent): Promise<Observation>;

  /**
   * Detaches the route, then removes everything of the session. Idempotent.
   * Ends as soon as the cluster has accepted it; `observe` tells when it is
   * gone. With `keepPods` only the route goes.
   *
   * @returns `gone` when nothing was there any more
   */
  remove(
    session: SessionIdentity,
    options?: { keepPods?: boolean },
  ): Promise<'accepted' | 'gone'>;

  /**
   * Sends one request with and one without the session's filter through the
   * gateway. Never throws for an unreachable gateway: that is `not-checked`
   * or `failed`.
   */
  verify(intent: SessionIntent): Promise<Verification>;

  /**
   * Tells about every change that may concern a session: `sessionId` of our
   * own objects, `null` with a namespace when something of the team changed
   * (routes, services, workloads). Resolves when the signal aborts; rejects
   * never, lost connections are made again. One call per cluster, by the
   * replica that holds the cluster's lease.
   */
  watch(
    cluster: string,
    onChange: (change: DriverChange) => void,
    signal: AbortSignal,
  ): Promise<void>;

  /**
   * Log lines as the cluster gives them, bytes of UTF-8 text. Ends when the
   * container ends, or at once without `follow`.
   */
  logs(
    session: SessionIdentity,
    options: DriverLogOptions,
    signal: AbortSignal,
  ): Promise<AsyncIterable<Uint8Array>>;

  /**
   * What the cluster's components said about the objects of a session that
   * are there now, the newest first and at most 100. Nothing about objects
   * of others. May be stale by five seconds. Left out by drivers that cannot
   * tell.
   *
   * @throws PreviewError `Forbidden`
   */
  events?(session: SessionIdentity): Promise<ClusterEvent[]>;

  /**
   * Sessions that other clients of the cluster started, of targets of kinds
   * that we know. Left out by drivers of which there are no other clients.
   */
  listElsewhere?(cluster: string): Promise<ElsewhereSession[]>;

  /** Every session of ours in the cluster, also those without an owner. */
  list(cluster: string): Promise<FoundSession[]>;
}

/** @public */
export interface DriverChange {
  cluster: string;
  namespace: string;
  sessionId: string | null;
  /** It is one that another client started. */
  elsewhere?: boolean;
}

/** @public */
export interface DriverLogOptions {
  follow?: boolean;
  container?: string;
  tailLines?: number;
  previous?: boolean;
  /** Epoch milliseconds. */
  sinceTime?: number;
}
