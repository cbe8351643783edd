// SPDX-License-Identifier: Apache-2.0
import {
  previewError,
  type TargetRef,
  WORKLOAD_ENTITY,
} from '@preview-environments/backstage-plugin-preview-common';
import type {
  PreflightTarget,
  TargetFacts,
} from '@preview-environments/backstage-plugin-preview-node';
import { mainContainer } from '../act/cloneFor';
import type { Cluster } from '../cluster/Cluster';
import { hasStatus } from '../cluster/KubeError';
import {
  DEPLOYMENTS,
  NAMESPACES,
  PODS,
  REPLICA_SETS,
  type Resource,
  STATEFUL_SETS,
} from '../cluster/resources';
import type { KubeObject, Workload } from '../model';
import { secretKeysOf } from './secretKeys';

const RESOURCES: Record<string, Resource> = {
  deployment: DEPLOYMENTS,
  statefulset: STATEFUL_SETS,
  replicaset: REPLICA_SETS,
  pod: PODS,
};

/**
 * Reads a workload as policy needs to know it. Pods and ReplicaSets stand
 * for the workload that makes them: they are replaced at its next change.
 *
 * @throws PreviewError `TargetNotFound`, `TargetUnsupported`
 */
export async function resolveTarget(
  cluster: Cluster,
  { namespace, target }: PreflightTarget,
): Promise<TargetFacts> {
  const { workload, kind } = await climb(cluster, namespace, target);
  const container = mainContainer(workload, target.container);
  const { containers } = workload.spec.template.spec;
  return {
    target: {
      kind,
      name: workload.metadata.name,
      ...(target.container ? { container: target.container } : {}),
    },
    container,
    containers: containers.map(({ name }) => name),
    image: containers.find(({ name }) => name === container)?.image ?? '',
    boundEntities: await boundEntities(cluster, namespace, workload),
    secretKeys: secretKeysOf(workload),
  };
}

async function climb(
  cluster: Cluster,
  namespace: string,
  target: TargetRef,
): Promise<{ workload: Workload; kind: 'deployment' | 'statefulset' }> {
  const resource = RESOURCES[target.kind];
  if (!resource) {
    throw previewError('TargetUnsupported', {
      message: 'Argo Rollouts cannot be previewed yet.',
      hint: 'Name a Deployment or a StatefulSet.',
      field: 'target',
    });
  }
  const found = await cluster.client.find<KubeObject>(
    resource,
    namespace,
    target.name,
  );
  if (!found) {
    throw previewError('TargetNotFound', {
      message: `There is no ${resource.kind} "${target.name}" in the namespace ${namespace}.`,
      field: 'target',
    });
  }
  if (target.kind === 'deployment' || target.kind === 'statefulset') {
    return { workload: found as Workload, kind: target.kind };
  }
  const owner = found.metadata.ownerReferences?.find(
    ({ controller }) => controller,
  );
  const kind = owner && ownerKind(owner.kind);
  if (!owner || !kind) {
    throw previewError('TargetUnsupported', {
      message: owner
        ? `${resource.kind} "${target.name}" belongs to a ${owner.kind}, which cannot be previewed.`
        : `${resource.kind} "${target.name}" belongs to no Deployment or StatefulSet.`,
      hint: 'Name a Deployment or a StatefulSet.',
      field: 'target',
    });
  }
  return climb(cluster, namespace, { ...target, kind, name: owner.name });
}

function ownerKind(kind: string): TargetRef['kind'] | null {
  const lower = kind.toLowerCase();
  return lower === 'deployment' ||
    lower === 'statefulset' ||
    lower === 'replicaset'
    ? lower
    : null;
}

/** `undefined` where neither workload nor a readable namespace names any. */
async function boundEntities(
  cluster: Cluster,
  namespace: string,
  workload: Workload,
): Promise<string[] | undefined> {
  const own = refsOf(workload);
  try {
    const found = await cluster.client.find<KubeObject>(
      NAMESPACES,
      null,
      namespace,
    );
    return [...own, ...(found ? refsOf(found) : [])];
  } catch (error) {
    if (!hasStatus(error, 403)) {
      throw error;
    }
    return own.length ? own : undefined;
  }
}

function refsOf(object: KubeObject): string[] {
  return (object.metadata.annotations?.[WORKLOAD_ENTITY] ?? '')
    .split(',')
    .map(ref => ref.trim())
    .filter(Boolean);
}
