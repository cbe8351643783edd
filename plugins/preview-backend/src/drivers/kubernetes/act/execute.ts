// SPDX-License-Identifier: Apache-2.0
import type {
  Problem,
  RouteObservation,
  SessionIntent,
} from '@preview-environments/backstage-plugin-preview-node';
import type { Builders } from '../builders';
import type { Cluster } from '../cluster/Cluster';
import {
  HTTP_ROUTES,
  JOBS,
  REPLICA_SETS,
  SERVICES,
} from '../cluster/resources';
import { replicaSetName } from '../objects/names';
import type { RootRef } from '../objects/root';
import { problem } from '../observe/refusal';
import type { Facts } from '../plan/facts';
import { type Plan, rootOf } from '../plan/plan';
import { readSelectors } from '../state/selectors';
import { cloneFor } from './cloneFor';
import { identity } from './identity';
import { tryCanary } from './tryCanary';
import { Writer } from './Writer';

export interface Execution {
  cluster: Cluster;
  intent: SessionIntent;
  facts: Facts;
  plan: Plan;
  builders: Builders;
  /** Looks for policies that the overlays would not be covered by. */
  policiesOf: () => Promise<Problem | null>;
}

export interface Executed {
  root: RootRef;
  problem: Problem | null;
  /** What a canary has shown of the routes, if there is one. */
  route: RouteObservation | null;
  /** Listeners that passed just now: plan again, routes may be written. */
  proven: string[];
}

/**
 * Carries a plan out, in an order in which every prefix is a good state: what
 * is asked for less comes first, traffic moves after its pods exist, old pods
 * go last. A crash anywhere is repaired by planning again.
 */
export async function execute(execution: Execution): Promise<Executed> {
  const { cluster, intent, facts, plan, builders } = execution;
  const writer = new Writer(cluster, builders);
  for (const route of plan.detach) {
    await writer.remove(HTTP_ROUTES, route);
  }
  const root = await applyRoot(execution, writer);
  const common = { ...identity(intent), root };

  const done: Executed = { root, problem: null, route: null, proven: [] };

  const refused = await applyReplicaSets(execution, writer, root);
  if (refused) {
    return { ...done, problem: refused };
  }
  for (const replicaSet of plan.scale) {
    await writer.scale(REPLICA_SETS, replicaSet, intent.replicas);
  }
  if (plan.service) {
    await writer.apply(
      SERVICES,
      builders.buildService({ ...common, name: plan.base, ...plan.service }),
    );
  }
  if (plan.routes.length || plan.canary) {
    const uncovered = await execution.policiesOf();
    if (uncovered) {
      for (const route of facts.objects.routes) {
        await writer.remove(HTTP_ROUTES, route);
      }
      return { ...done, problem: uncovered };
    }
    if (plan.canary) {
      const tried = await tryCanary(execution, plan.canary, root, writer);
      return { ...done, ...tried };
    }
    for (const route of plan.routes) {
      await writer.apply(
        HTTP_ROUTES,
        builders.buildRoute({ ...common, ...route }),
      );
    }
  }
  // In the same breath the old pods would end before gateways follow.
  if (!plan.service) {
    for (const replicaSet of plan.removeReplicaSets) {
      await writer.remove(REPLICA_SETS, replicaSet);
    }
  }
  return done;
}

async function applyRoot(
  { intent, facts, plan, builders }: Execution,
  writer: Writer,
): Promise<RootRef> {
  if (!plan.root) {
    const { name, uid } = rootOf(intent, facts)!;
    return { name, uid };
  }
  const { metadata } = await writer.apply(
    JOBS,
    builders.buildRoot({
      ...identity(intent),
      name: plan.base,
      image: plan.root.image,
      expiresAt: intent.expiresAt,
      activeDeadlineSeconds: plan.root.seconds,
      uid: plan.root.uid,
    }),
  );
  return { name: metadata.name, uid: metadata.uid! };
}

async function applyReplicaSets(
  { cluster, intent, facts, plan, builders }: Execution,
  writer: Writer,
  root: RootRef,
): Promise<Problem | null> {
  if (plan.replicaSets.length === 0) {
    return null;
  }
  if (!facts.target) {
    return problem('TargetGone');
  }
  const selectors = await readSelectors(cluster, intent.namespace);
  for (const revision of plan.replicaSets) {
    const clone = cloneFor(
      intent,
      revision,
      facts.target,
      selectors,
      builders.clonePod,
    );
    if (clone.refusals.length) {
      return problem('TargetUnsupported', {
        message: clone.refusals.join(' '),
      });
    }
    await writer.apply(
      REPLICA_SETS,
      builders.buildReplicaSet({
        ...identity(intent),
        name: replicaSetName(plan.base, revision.number),
        revision: revision.number,
        image: revision.image,
        replicas: intent.replicas,
        template: clone.template,
        differences: clone.differences,
        root,
      }),
    );
  }
  return null;
}
