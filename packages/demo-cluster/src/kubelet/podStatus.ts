// SPDX-License-Identifier: Apache-2.0
import { conditionOf, setCondition } from '../controllers/pods';
import { Json, KubernetesObject } from '../objects';
import { ContainerState } from './ContainerState';

export interface PodFacts {
  startTime: string;
  hostIP: string;
  podIP?: string;
  init: ContainerState[];
  containers: ContainerState[];
  /** Init containers are through. */
  initialized: boolean;
  /** The pod's grace period has begun. */
  stopping: boolean;
  now: string;
}

export function isSidecar({ spec }: ContainerState): boolean {
  return spec.restartPolicy === 'Always';
}

/** `Pending`, `Running`, `Succeeded` or `Failed`, from the states of the containers. */
export function phaseOf(
  { containers, initialized, init }: PodFacts,
  restartPolicy: string,
): string {
  const failedInit = init.some(
    one => !isSidecar(one) && (one.exitCode ?? 0) !== 0,
  );
  if (failedInit && restartPolicy === 'Never') return 'Failed';
  if (!initialized) return 'Pending';
  if (
    containers.some(
      ({ state, lastState }) => state.waiting && !lastState.terminated,
    )
  )
    return 'Pending';
  const over = containers.every(({ exitCode }) => exitCode !== undefined);
  if (!over || restartPolicy === 'Always') return 'Running';
  const clean = containers.every(({ exitCode }) => exitCode === 0);
  if (clean) return 'Succeeded';
  return restartPolicy === 'Never' ? 'Failed' : 'Running';
}

/** The whole status of a pod. Conditions that others set, such as readiness gates, stay. */
export function podStatus(pod: KubernetesObject, facts: PodFacts): Json {
  const { init, containers, startTime, hostIP, podIP } = facts;
  const phase = phaseOf(facts, pod.spec.restartPolicy);
  return {
    phase,
    conditions: conditions(pod, facts, phase),
    hostIP,
    hostIPs: [{ ip: hostIP }],
    ...(podIP && { podIP, podIPs: [{ ip: podIP }] }),
    startTime,
    ...(init.length && {
      initContainerStatuses: init.map(one => one.toStatus()),
    }),
    containerStatuses: containers.map(one => one.toStatus()),
    qosClass: pod.status?.qosClass,
    observedGeneration: pod.metadata.generation,
  };
}

function conditions(
  pod: KubernetesObject,
  facts: PodFacts,
  phase: string,
): Json[] {
  const { containers, init, initialized, now, podIP } = facts;
  const over = phase === 'Succeeded' || phase === 'Failed';
  const serving = [...init.filter(isSidecar), ...containers];
  const unready = serving
    .filter(one => !one.ready)
    .map(({ spec }) => spec.name);
  const incomplete = init
    .filter(one => !isSidecar(one) && one.exitCode !== 0)
    .map(({ spec }) => spec.name);
  const containersReady = verdict(
    'ContainersReady',
    readyVerdict(over, phase, unready),
  );
  const list = [
    verdict('PodReadyToStartContainers', podIP && !over ? undefined : {}),
    verdict(
      'Initialized',
      initialized
        ? undefined
        : {
            reason: 'ContainersNotInitialized',
            message: `containers with incomplete status: [${incomplete.join(
              ' ',
            )}]`,
          },
    ),
    containersReady.status === 'True'
      ? verdict('Ready', gateProblem(pod))
      : { ...containersReady, type: 'Ready' },
    containersReady,
    verdict('PodScheduled'),
  ];
  return list.reduce(
    (all, condition) =>
      setCondition(all, { lastProbeTime: null, ...condition }, now),
    (pod.status?.conditions ?? []) as Json[],
  );
}

function readyVerdict(
  over: boolean,
  phase: string,
  unready: string[],
): Json | undefined {
  if (over)
    return { reason: phase === 'Succeeded' ? 'PodCompleted' : 'PodFailed' };
  if (!unready.length) return undefined;
  return {
    reason: 'ContainersNotReady',
    message: `containers with unready status: [${unready.join(' ')}]`,
  };
}

function verdict(
  type: string,
  problem?: Json,
): { type: string; status: string } {
  return problem
    ? { type, status: 'False', ...problem }
    : { type, status: 'True' };
}

function gateProblem(pod: KubernetesObject): Json | undefined {
  const gates: Json[] = pod.spec.readinessGates ?? [];
  const problems = gates.flatMap(({ conditionType: type }) => {
    const condition = conditionOf(pod, type);
    if (!condition)
      return [
        `corresponding condition of pod readiness gate "${type}" does not exist.`,
      ];
    return condition.status === 'True'
      ? []
      : [
          `the status of pod readiness gate "${type}" is not "True", but ${condition.status}`,
        ];
  });
  return problems.length
    ? { reason: 'ReadinessGatesNotReady', message: problems.join(', ') }
    : undefined;
}
