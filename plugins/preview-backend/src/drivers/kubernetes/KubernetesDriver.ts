// SPDX-License-Identifier: Apache-2.0
import {
  type ClusterEvent,
  defaultFilter,
  type DriverCapabilities,
} from '@preview-environments/backstage-plugin-preview-common';
import type {
  DriverChange,
  DriverLogOptions,
  DriverPreflight,
  FoundSession,
  Observation,
  PreflightTarget,
  PreviewDriver,
  SessionIdentity,
  SessionIntent,
  TargetFacts,
  Verification,
} from '@preview-environments/backstage-plugin-preview-node';
import { type Executed, execute } from './act/execute';
import { removeSession } from './act/removeSession';
import { builders, type Builders } from './builders';
import { capabilitiesOf } from './capabilities';
import { type Cluster, Clusters } from './cluster/Cluster';
import { asAnswer } from './cluster/asAnswer';
import { clusterEvents, subjectsOf } from './observe/clusterEvents';
import { withEvidence } from './observe/evidence';
import { observationOf } from './observe/observation';
import { refusalOf } from './observe/refusal';
import type { KubernetesDriverOptions } from './options';
import type { Facts } from './plan/facts';
import { isEmpty, makePlan, type Plan, rootOf } from './plan/plan';
import { listSessions } from './list';
import { openLogs } from './logs';
import { runPreflight } from './preflight/preflight';
import { resolveTarget } from './preflight/resolve';
import { accessTo } from './routing/accessTo';
import { exactHeader } from './routing/exactHeader';
import { findPolicies } from './routing/gateway-api/policies';
import { verifyRouting } from './routing/verify';
import { refusalsOfIntent } from './supported';
import { watchCluster } from './watch/watchCluster';

/**
 * Previews as plain Kubernetes objects: nothing has to be installed in the
 * cluster. See `docs/architecture.md` for the objects and their invariants.
 */
export class KubernetesDriver implements PreviewDriver {
  readonly type = 'kubernetes';
  private readonly clusters: Clusters;
  private readonly builders: Builders;

  constructor(private readonly options: KubernetesDriverOptions) {
    this.clusters = new Clusters(options.clusters, () => options.clock.now());
    this.builders = { ...builders, ...options.builders };
  }

  async capabilities(cluster: string): Promise<DriverCapabilities> {
    return capabilitiesOf(this.clusters.get(cluster), this.options.clock.now());
  }

  async resolve(target: PreflightTarget): Promise<TargetFacts> {
    const cluster = this.clusters.get(target.cluster);
    return asAnswer(() => resolveTarget(cluster, target));
  }

  async preflight(intent: SessionIntent): Promise<DriverPreflight> {
    const cluster = this.clusters.get(intent.cluster);
    return runPreflight({
      cluster,
      intent,
      now: this.options.clock.now(),
      builders: this.builders,
      routing: this.options.routing,
    });
  }

  async apply(intent: SessionIntent): Promise<Observation> {
    const [refusal] = refusalsOfIntent(intent, this.options.routing.headers);
    if (refusal) {
      throw refusal;
    }
    const cluster = this.clusters.get(intent.cluster);
    const { facts, plan } = await this.gather(cluster, intent, { sure: true });
    const root = rootOf(intent, facts);
    const gone = intent.handle !== null && root === null;
    if (gone || root?.deleting || root?.finished || isEmpty(plan)) {
      return this.judge(cluster, intent, facts, plan);
    }
    try {
      const done = await execute({
        cluster,
        intent,
        facts,
        plan,
        builders: this.builders,
        policiesOf: () =>
          findPolicies(cluster, intent.namespace, facts, this.options.routing),
      });
      const after = { ...intent, handle: done.root.uid };
      if (done.proven.length) {
        done.proven.forEach(each => cluster.proven.add(each));
        return this.apply(after);
      }
      return { ...(await this.look(cluster, after)), ...told(done) };
    } catch (error) {
      const problem = refusalOf(error);
      if (!problem) {
        throw error;
      }
      return { ...(await this.look(cluster, intent)), problem };
    }
  }

  async observe(intent: SessionIntent): Promise<Observation> {
    return asAnswer(() => this.look(this.clusters.get(intent.cluster), intent));
  }

  async remove(
    session: SessionIdentity,
    options: { keepPods?: boolean } = {},
  ): Promise<'accepted' | 'gone'> {
    const cluster = this.clusters.get(session.cluster);
    return asAnswer(() =>
      removeSession(cluster, this.builders, session, options),
    );
  }

  async verify(intent: SessionIntent): Promise<Verification> {
    const cluster = this.clusters.get(intent.cluster);
    const { plan } = await this.gather(cluster, intent);
    const verification = await verifyRouting({
      gateway: cluster.config.gateway,
      routes: plan.overlays.map(({ spec }) => spec),
      filter: exactHeader(intent) ?? defaultFilter(intent.key),
      key: intent.key,
    });
    if (verification.state === 'leak') {
      // Whoever passed before is in doubt again.
      cluster.proven.clear();
    }
    return verification;
  }

  async watch(
    cluster: string,
    onChange: (change: DriverChange) => void,
    signal: AbortSignal,
  ): Promise<void> {
    const { clock, random, logger } = this.options;
    await watchCluster(this.clusters.get(cluster), onChange, signal, {
      clock,
      random,
      logger,
    });
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
    const { namespace, sessionId } = session;
    const cluster = this.clusters.get(session.cluster);
    return asAnswer(async () => {
      const objects = await cluster.reader.session(namespace, sessionId);
      return clusterEvents(cluster, namespace, subjectsOf(objects));
    });
  }

  async list(cluster: string): Promise<FoundSession[]> {
    return asAnswer(() => listSessions(this.clusters.get(cluster)));
  }

  private async gather(
    cluster: Cluster,
    intent: SessionIntent,
    options?: { sure: boolean },
  ) {
    const facts = await cluster.reader.facts(intent, options);
    const plan = makePlan(intent, facts, this.options.clock.now(), {
      builders: this.builders,
      gateway: cluster.config.gateway,
      proven: cluster.proven,
    });
    return { facts, plan };
  }

  private async look(cluster: Cluster, intent: SessionIntent) {
    const { facts, plan } = await this.gather(cluster, intent);
    return this.judge(cluster, intent, facts, plan);
  }

  private async judge(
    cluster: Cluster,
    intent: SessionIntent,
    facts: Facts,
    plan: Plan,
  ): Promise<Observation> {
    const now = this.options.clock.now();
    const access = await accessTo(cluster, intent, facts, plan);
    const observation = observationOf(intent, facts, plan, access, now);
    return withEvidence(cluster, intent, facts, observation);
  }
}

function told({ problem, route }: Executed): Partial<Observation> {
  return { ...(problem ? { problem } : {}), ...(route ? { route } : {}) };
}
