// SPDX-License-Identifier: Apache-2.0
import type { LoggerService } from '@backstage/backend-plugin-api';
import type {
  ClusterEvent,
  DriverCapabilities,
} from '@preview-environments/backstage-plugin-preview-common';
import type {
  DriverChange,
  DriverLogOptions,
  DriverPreflight,
  ElsewhereSession,
  FoundSession,
  Observation,
  PreflightTarget,
  PreviewDriver,
  SessionIdentity,
  SessionIntent,
  TargetFacts,
  Verification,
} from '@preview-environments/backstage-plugin-preview-node';
import type { ClusterConfig } from '../../config/types';
import type { DriverClock } from '../kubernetes/clock';
import { asAnswer } from '../kubernetes/cluster/asAnswer';
import { type Cluster, Clusters } from '../kubernetes/cluster/Cluster';
import { capabilitiesOf } from './capabilities';
import { readRivals, readPods, readSessions, removeResource } from './cluster';
import { conflictRefusal, conflictsWith } from './conflicts';
import { readEvents } from './events';
import { listElsewhere } from './elsewhere';
import { create, prepare } from './create';
import { listSessions } from './list';
import { openLogs } from './logs';
import type { MirrordSession } from './model';
import { currentOf, isGoing, observationOf, wasWritten } from './observe';
import { operatorRefusal, readOperator } from './operator';
import { runPreflight } from './preflight';
import { demandContents, handOverSecrets } from './secretMounts';
import { refusalsOfIntent } from './supported';
import { resolveWorkload, targetExists } from './workload';
import { watchCluster } from './watch';

export interface MirrordDriverOptions {
  clusters: ClusterConfig[];
  clock: DriverClock;
  /** From 0 to below 1, for the jitter of reconnects. */
  random: () => number;
  logger: LoggerService;
  /** Longest life that policy allows, in milliseconds. */
  ceiling: number;
}

/**
 * Previews by the mirrord operator of a cluster: one `PreviewSession` per
 * revision, which is never changed. See `docs/mirrord.md`.
 */
export class MirrordDriver implements PreviewDriver {
  readonly type = 'mirrord';
  private readonly clusters: Clusters;

  constructor(private readonly options: MirrordDriverOptions) {
    this.clusters = new Clusters(options.clusters, () => options.clock.now());
  }

  async capabilities(name: string): Promise<DriverCapabilities> {
    const cluster = this.clusters.get(name);
    const operator = await asAnswer(() =>
      cluster.recently('operator', () => readOperator(cluster)),
    );
    return capabilitiesOf(operator, this.options.clock.now());
  }

  async resolve(target: PreflightTarget): Promise<TargetFacts> {
    const cluster = this.clusters.get(target.cluster);
    return asAnswer(() => resolveWorkload(cluster, target));
  }

  async preflight(intent: SessionIntent): Promise<DriverPreflight> {
    return runPreflight(
      this.clusters.get(intent.cluster),
      intent,
      this.limits(),
    );
  }

  async apply(intent: SessionIntent): Promise<Observation> {
    const cluster = this.clusters.get(intent.cluster);
    return asAnswer(async () => {
      const sessions = await readSessions(cluster, intent);
      const current = currentOf(intent, sessions);
      const old = sessions.filter(each => each !== current && !isGoing(each));
      for (const each of old) {
        await removeResource(cluster, each);
      }
      if (current && !current.status?.phase) {
        // It may be the one whose secret files did not get through.
        await handOverSecrets(cluster, intent, current);
      }
      if (current || sessions.length > 0 || wasWritten(intent)) {
        return this.judge(cluster, intent, sessions);
      }
      return this.judge(cluster, intent, [await this.create(cluster, intent)]);
    });
  }

  async observe(intent: SessionIntent): Promise<Observation> {
    const cluster = this.clusters.get(intent.cluster);
    return asAnswer(async () =>
      this.judge(cluster, intent, await readSessions(cluster, intent)),
    );
  }

  async remove(
    session: SessionIdentity,
    { keepPods = false }: { keepPods?: boolean } = {},
  ): Promise<'accepted' | 'gone'> {
    const cluster = this.clusters.get(session.cluster);
    return asAnswer(async () => {
      const sessions = await readSessions(cluster, session);
      for (const each of sessions.filter(one => !isGoing(one))) {
        // A failed one takes no requests any more, and can be looked at.
        if (!keepPods || each.status?.phase !== 'Failed') {
          await removeResource(cluster, each);
        }
      }
      return sessions.length ? 'accepted' : 'gone';
    });
  }

  async verify(): Promise<Verification> {
    return {
      state: 'not-checked',
      message: 'The mirrord operator says that requests are routed.',
      evidence: [],
    };
  }

  async watch(
    cluster: string,
    onChange: (change: DriverChange) => void,
    signal: AbortSignal,
  ): Promise<void> {
    await watchCluster(
      this.clusters.get(cluster),
      onChange,
      signal,
      this.options,
    );
  }

  async logs(
    session: SessionIdentity,
    options: DriverLogOptions,
    signal: AbortSignal,
  ): Promise<AsyncIterable<Uint8Array>> {
    const cluster = this.clusters.get(session.cluster);
    return asAnswer(() => openLogs(cluster, session, options, signal));
  }

  async events(session: SessionIdentity): Promise<ClusterEvent[]> {
    const cluster = this.clusters.get(session.cluster);
    return asAnswer(() => readEvents(cluster, session));
  }

  async listElsewhere(cluster: string): Promise<ElsewhereSession[]> {
    return asAnswer(() => listElsewhere(this.clusters.get(cluster)));
  }

  async list(cluster: string): Promise<FoundSession[]> {
    return asAnswer(() => listSessions(this.clusters.get(cluster)));
  }

  /** @throws PreviewError for whatever this operator cannot do */
  private async create(
    cluster: Cluster,
    intent: SessionIntent,
  ): Promise<MirrordSession> {
    const operator = await readOperator(cluster);
    const refusal =
      operatorRefusal(operator, this.options.clock.now()) ??
      refusalsOfIntent(intent, operator)[0];
    if (refusal) {
      throw refusal;
    }
    const rivals = await readRivals(cluster, intent);
    const [conflict] = conflictsWith(intent, rivals);
    if (conflict) {
      throw conflictRefusal(conflict);
    }
    demandContents(intent);
    const session = await prepare(cluster, intent, this.limits());
    const made = await create(cluster, session);
    await handOverSecrets(cluster, intent, made);
    return made;
  }

  private async judge(
    cluster: Cluster,
    intent: SessionIntent,
    sessions: MirrordSession[],
  ): Promise<Observation> {
    const current = currentOf(intent, sessions);
    const seen = {
      sessions,
      pods: current ? await readPods(cluster, intent.namespace, current) : [],
      targetExists: await targetExists(cluster, intent),
      gatewayUrl: cluster.config.gateway.url,
    };
    return observationOf(intent, seen, this.options.clock.now());
  }

  private limits() {
    return {
      now: this.options.clock.now(),
      ceiling: this.options.ceiling,
    };
  }
}
