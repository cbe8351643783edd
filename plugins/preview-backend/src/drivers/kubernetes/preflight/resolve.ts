// SPDX-License-Identifier: Apache-2.0
import {
  previewError,
  TARGET_KINDS,
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
  ROLLOUTS,
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
 * @param options - whether the driver can copy Argo Rollouts
 * @throws PreviewError `TargetNotFound`, `TargetUnsupported`
 */
export async function resolveTarget(
  cluster: Cluster,
  { namespace, target }: PreflightTarget,
  { rollouts = false }: { rollouts?: boolean } = {},
): Promise<TargetFacts> {
  const resources = rollouts ? { ...RESOURCES, rollout: ROLLOUTS } : RESOURCES;
  const { workload, kind } = await climb(cluster, namespace, target, resources);
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
  resources: Record<string, Resource>,
): Promise<{ workload: Workload; kind: TargetRef['kind'] }> {
  const resource = resources[target.kind];
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
  if (!['pod', 'replicaset'].includes(target.kind)) {
    return { workload: withTemplate(found), kind: target.kind };
  }
  const owner = found.metadata.ownerReferences?.find(
    ({ controller }) => controller,
  );
  const kind = owner && ownerKind(owner.kind, resources);
  if (!owner || !kind) {
    throw previewError('TargetUnsupported', {
      message: owner
        ? `${resource.kind} "${target.name}" belongs to a ${owner.kind}, which cannot be previewed.`
        : `${resource.kind} "${target.name}" belongs to no Deployment or StatefulSet.`,
      hint: 'Name a Deployment or a StatefulSet.',
      field: 'target',
    });
  }
  const top = { ...target, kind, name: owner.name };
  return climb(cluster, namespace, top, resources);
}

/** A Rollout may have its template in a Deployment that it refers to. */
function withTemplate(found: KubeObject): Workload {
  const workload = found as Workload;
  if (!workload.spec?.template) {
    throw previewError('TargetUnsupported', {
      message: `The ${found.kind} "${found.metadata.name}" has no pod template of its own.`,
      hint: 'Name the Deployment to which its workloadRef refers.',
      field: 'target',
    });
  }
  return workload;
}

function ownerKind(
  kind: string,
  resources: Record<string, Resource>,
): TargetRef['kind'] | null {
  return (
    TARGET_KINDS.find(
      each => each !== 'pod' && resources[each]?.kind === kind,
    ) ?? null
  );
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
