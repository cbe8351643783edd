// SPDX-License-Identifier: Apache-2.0
import { Clock, fromTime } from '../clock';
import { Json, KubernetesObject } from '../objects';

export function conditionOf(
  object: KubernetesObject,
  type: string,
): Json | undefined {
  return object.status?.conditions?.find(
    (condition: Json) => condition.type === type,
  );
}

export function isReady(pod: KubernetesObject): boolean {
  return conditionOf(pod, 'Ready')?.status === 'True';
}

/** Neither over nor on its way out. */
export function isActive(pod: KubernetesObject): boolean {
  const phase = pod.status?.phase;
  return (
    phase !== 'Succeeded' &&
    phase !== 'Failed' &&
    !pod.metadata.deletionTimestamp
  );
}

/** Ready for at least `minReadySeconds`. */
export function isAvailable(
  pod: KubernetesObject,
  minReadySeconds = 0,
  clock: Clock,
): boolean {
  return isReady(pod) && availableIn(pod, minReadySeconds, clock) <= 0;
}

/** Milliseconds until a ready pod counts as available. */
export function availableIn(
  pod: KubernetesObject,
  minReadySeconds: number,
  clock: Clock,
): number {
  if (!minReadySeconds) return 0;
  const since = conditionOf(pod, 'Ready')?.lastTransitionTime;
  return since ? fromTime(since) + minReadySeconds * 1000 - clock.now() : 0;
}

/** Which pod goes first when there are too many: the one that would be missed least. */
export function compareForDeletion(
  a: KubernetesObject,
  b: KubernetesObject,
): number {
  const phases = ['Pending', 'Unknown', 'Running'];
  const ranks: ((pod: KubernetesObject) => number)[] = [
    pod => (pod.spec.nodeName ? 1 : 0),
    pod => phases.indexOf(pod.status?.phase),
    pod => (isReady(pod) ? 1 : 0),
    pod =>
      Number(
        pod.metadata.annotations?.[
          'controller.kubernetes.io/pod-deletion-cost'
        ] ?? 0,
      ),
    // Ready for a shorter time, then restarted more often, then younger, goes first.
    pod =>
      -fromTime(
        conditionOf(pod, 'Ready')?.lastTransitionTime ?? '1970-01-01T00:00:00Z',
      ),
    pod =>
      -(pod.status?.containerStatuses ?? []).reduce(
        (most: number, one: Json) => Math.max(most, one.restartCount),
        0,
      ),
    pod => -fromTime(pod.metadata.creationTimestamp),
  ];
  for (const rank of ranks) {
    const difference = rank(a) - rank(b);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** Sets a condition and keeps its time where the status did not change. */
export function setCondition(
  conditions: Json[],
  next: { type: string; status: string; [field: string]: Json },
  now: string,
): Json[] {
  const before = conditions.find(({ type }) => type === next.type);
  const lastTransitionTime =
    before?.status === next.status ? before.lastTransitionTime : now;
  const condition = { ...next, lastTransitionTime };
  return before
    ? conditions.map(item => (item === before ? condition : item))
    : [...conditions, condition];
}

/** A pod from a template, as a workload's controller posts it. */
export function podFromTemplate(
  owner: KubernetesObject,
  template: Json,
  metadata: Json,
): Json {
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: {
      namespace: owner.metadata.namespace,
      labels: template.metadata?.labels,
      annotations: template.metadata?.annotations,
      finalizers: template.metadata?.finalizers,
      ...metadata,
    },
    spec: template.spec,
  };
}
