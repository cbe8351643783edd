// SPDX-License-Identifier: Apache-2.0
import { behaviourOf } from '../kubelet/image';
import { Json, KubernetesObject } from '../objects';
import { matchesSelector } from '../store/labelSelector';
import { Store } from '../store/Store';
import { podRequests } from './podRequests';
import { parseQuantity } from './quantity';

/** Why a node cannot take a pod, in the scheduler's words; undefined when it can. */
export function unfitReason(
  pod: KubernetesObject,
  node: KubernetesObject,
  store: Store,
): string | undefined {
  const labels = node.metadata.labels ?? {};
  const selector: Record<string, string> = pod.spec.nodeSelector ?? {};
  if (
    Object.entries(selector).some(([key, value]) => labels[key] !== value) ||
    !matchesAffinity(pod, labels)
  ) {
    return "node(s) didn't match Pod's node affinity/selector";
  }
  const others = store
    .list('pods')
    .filter(other => other.spec.nodeName === node.metadata.name)
    .filter(
      other =>
        other.status?.phase !== 'Succeeded' && other.status?.phase !== 'Failed',
    );
  if (breaksAntiAffinity(pod, others))
    return "node(s) didn't match pod anti-affinity rules";
  if (others.some(other => breaksAntiAffinity(other, [pod]))) {
    return "node(s) didn't satisfy existing pods anti-affinity rules";
  }
  const containers: Json[] = [
    ...(pod.spec.initContainers ?? []),
    ...pod.spec.containers,
  ];
  if (containers.some(({ image }) => behaviourOf(image) === 'unschedulable'))
    return 'Insufficient cpu';
  return missingResource(pod, node, others);
}

function missingResource(
  pod: KubernetesObject,
  node: KubernetesObject,
  others: KubernetesObject[],
): string | undefined {
  const allocatable: Record<string, string> = node.status?.allocatable ?? {};
  if (others.length >= Number(allocatable.pods ?? Infinity))
    return 'Too many pods';
  const used = others.map(other => podRequests(other));
  for (const [resource, wanted] of Object.entries(podRequests(pod))) {
    const free =
      parseQuantity(allocatable[resource] ?? '0') -
      used.reduce((sum, one) => sum + (one[resource] ?? 0), 0);
    if (wanted > 0 && wanted > free) return `Insufficient ${resource}`;
  }
  return undefined;
}

/** Required node affinity: any of its terms. */
function matchesAffinity(
  pod: KubernetesObject,
  labels: Record<string, string>,
): boolean {
  const terms: Json[] | undefined =
    pod.spec.affinity?.nodeAffinity
      ?.requiredDuringSchedulingIgnoredDuringExecution?.nodeSelectorTerms;
  if (!terms) return true;
  return terms.some(({ matchExpressions }) =>
    matchesSelector({ matchExpressions }, labels),
  );
}

/** Required anti-affinity of `pod` against `others`; with one node every topology is the same. */
function breaksAntiAffinity(
  pod: KubernetesObject,
  others: KubernetesObject[],
): boolean {
  const terms: Json[] =
    pod.spec.affinity?.podAntiAffinity
      ?.requiredDuringSchedulingIgnoredDuringExecution ?? [];
  return terms.some(
    ({ labelSelector, namespaces = [pod.metadata.namespace] }) =>
      others.some(
        other =>
          other.metadata.uid !== pod.metadata.uid &&
          namespaces.includes(other.metadata.namespace) &&
          matchesSelector(labelSelector, other.metadata.labels),
      ),
  );
}
