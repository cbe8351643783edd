// SPDX-License-Identifier: Apache-2.0
import type { Problem } from '@preview-environments/backstage-plugin-preview-node';
import type { Cluster } from '../../cluster/Cluster';
import { hasStatus, KubeError } from '../../cluster/KubeError';
import type { KubeObject } from '../../model';
import { problem } from '../../observe/refusal';
import type { Facts } from '../../plan/facts';
import { POLICY_KINDS } from './policyKinds';
import { attachesTo, type Policy } from './policyTargets';
import { routesTo } from './teamRoutes';

/**
 * Policies on the team's route or Service (sign-in, rate limit, TLS to the
 * backend) would not cover the overlay, so a preview behind them is refused.
 * A kind that may not be listed counts as found.
 */
export async function findPolicies(
  cluster: Cluster,
  namespace: string,
  facts: Facts,
  routing: { policyKinds: string[] },
): Promise<Problem | null> {
  const guarded = [
    { kind: 'Pod', object: podsOf(facts) },
    ...facts.services.map(service => ({ kind: 'Service', object: service })),
    ...routesTo(facts.routes, facts.services).map(route => ({
      kind: 'HTTPRoute',
      object: route as KubeObject,
    })),
  ];
  const kinds = [...new Set([...POLICY_KINDS, ...routing.policyKinds])];
  const found = await Promise.all(
    kinds.map(kind => look(cluster, namespace, kind, guarded)),
  );
  const evidence = found.flat().map(text => ({
    kind: 'status' as const,
    text,
    at: null,
  }));
  return evidence.length
    ? problem('RoutePolicyWouldNotApply', { evidence })
    : null;
}

/** What stands for the target's pods: policies may select them by label. */
function podsOf({ target }: Facts): KubeObject {
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: {
      name: target?.metadata.name ?? '',
      labels: target?.spec.template.metadata?.labels,
    },
  };
}

async function look(
  cluster: Cluster,
  namespace: string,
  name: string,
  guarded: { kind: string; object: KubeObject }[],
): Promise<string[]> {
  try {
    const resource = await cluster.discovery.find(name);
    if (!resource) {
      return [];
    }
    const { items } = await cluster.client.list<Policy>(resource, namespace);
    return items
      .filter(policy => guarded.some(each => attachesTo(policy, each)))
      .map(
        ({ metadata }) =>
          `${resource.kind} ${metadata.name} guards the route or the Service.`,
      );
  } catch (error) {
    // Nobody knows whether one exists, so it counts as if one did, unless
    // the server only asks for patience.
    const later = hasStatus(error, 408, 429);
    if (error instanceof KubeError && error.status.code < 500 && !later) {
      return [`${name} could not be listed: ${error.status.message ?? ''}`];
    }
    throw error;
  }
}
