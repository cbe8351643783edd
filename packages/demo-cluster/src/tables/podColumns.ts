// SPDX-License-Identifier: Apache-2.0
import { Json, KubernetesObject } from '../objects';
import { Column } from '../kinds/Kind';

function containers({ status }: KubernetesObject): Json[] {
  return status?.containerStatuses ?? [];
}

/** Sidecars count among the containers that can be ready. */
function ready(pod: KubernetesObject): string {
  const sidecars = (pod.spec.initContainers ?? []).filter(
    (one: Json) => one.restartPolicy === 'Always',
  );
  const names = sidecars.map(({ name }: Json) => name);
  const statuses = [
    ...(pod.status?.initContainerStatuses ?? []).filter(({ name }: Json) =>
      names.includes(name),
    ),
    ...containers(pod),
  ];
  return `${statuses.filter(one => one.ready).length}/${
    pod.spec.containers.length + sidecars.length
  }`;
}

/** The one word that says most about a pod. */
export function podSummary(pod: KubernetesObject): string {
  if (pod.metadata.deletionTimestamp) return 'Terminating';
  const init: Json[] = pod.status?.initContainerStatuses ?? [];
  const sidecar = (name: string) =>
    pod.spec.initContainers.find((one: Json) => one.name === name)
      ?.restartPolicy === 'Always';
  const blocked = init.find(
    one =>
      !(one.state.terminated?.exitCode === 0) &&
      !(sidecar(one.name) && one.started),
  );
  if (blocked) {
    const reason =
      blocked.state.waiting?.reason ?? blocked.state.terminated?.reason;
    if (
      reason &&
      reason !== 'PodInitializing' &&
      reason !== 'ContainerCreating'
    )
      return `Init:${reason}`;
    return `Init:${init.indexOf(blocked)}/${init.length}`;
  }
  const reasons = containers(pod).map(
    ({ state }) => state.waiting?.reason ?? state.terminated?.reason,
  );
  const found =
    reasons.find(reason => reason && reason !== 'Completed') ??
    reasons.find(Boolean);
  return found ?? pod.status?.reason ?? pod.status?.phase ?? 'Pending';
}

export const podColumns: Column[] = [
  { name: 'Ready', value: ready },
  { name: 'Status', value: podSummary },
  {
    name: 'Restarts',
    value: pod =>
      String(containers(pod).reduce((sum, one) => sum + one.restartCount, 0)),
  },
];

export const podWideColumns: Column[] = [
  { name: 'IP', priority: 1, value: pod => pod.status?.podIP ?? '<none>' },
  { name: 'Node', priority: 1, value: pod => pod.spec.nodeName ?? '<none>' },
  { name: 'Nominated Node', priority: 1, value: () => '<none>' },
  { name: 'Readiness Gates', priority: 1, value: pod => gates(pod) },
];

function gates(pod: KubernetesObject): string {
  const list: Json[] = pod.spec.readinessGates ?? [];
  if (!list.length) return '<none>';
  const isTrue = ({ conditionType }: Json) =>
    pod.status?.conditions?.some(
      (one: Json) => one.type === conditionType && one.status === 'True',
    );
  return `${list.filter(isTrue).length}/${list.length}`;
}
