// SPDX-License-Identifier: Apache-2.0
import { Json, KubernetesObject } from '../objects';

export interface ScaleStep {
  set: KubernetesObject;
  replicas: number;
}

function share(
  value: Json,
  total: number,
  round: (n: number) => number,
): number {
  if (typeof value === 'number') return value;
  return round((parseFloat(value ?? '0') / 100) * total);
}

/** How many pods more, and how many available ones fewer, a rollout may have. */
export function rolloutLimits({ spec }: KubernetesObject): {
  surge: number;
  unavailable: number;
} {
  if (spec.strategy.type !== 'RollingUpdate')
    return { surge: 0, unavailable: spec.replicas };
  const { maxSurge, maxUnavailable } = spec.strategy.rollingUpdate ?? {};
  const surge = share(maxSurge, spec.replicas, Math.ceil);
  const unavailable = share(maxUnavailable, spec.replicas, Math.floor);
  return {
    surge,
    unavailable: surge === 0 && unavailable === 0 ? 1 : unavailable,
  };
}

/** The next changes of size on the way to the current template: pure, one step of a rollout. */
export function nextScale(
  deployment: KubernetesObject,
  sets: KubernetesObject[],
  current: KubernetesObject | undefined,
): ScaleStep[] {
  const wanted = deployment.spec.replicas;
  const old = sets.filter(
    set => set.metadata.uid !== current?.metadata.uid && set.spec.replicas > 0,
  );
  if (!current) return [];
  if (deployment.spec.paused || old.length === 0) {
    return current.spec.replicas === wanted ||
      (deployment.spec.paused && old.length > 0)
      ? []
      : [{ set: current, replicas: wanted }];
  }
  return deployment.spec.strategy.type === 'Recreate'
    ? recreate(old, current, wanted)
    : roll(deployment, old, current, wanted);
}

function recreate(
  old: KubernetesObject[],
  current: KubernetesObject,
  wanted: number,
): ScaleStep[] {
  const running = old.some(
    set => set.spec.replicas > 0 || set.status?.replicas,
  );
  if (running) return old.map(set => ({ set, replicas: 0 }));
  return current.spec.replicas === wanted
    ? []
    : [{ set: current, replicas: wanted }];
}

function roll(
  deployment: KubernetesObject,
  old: KubernetesObject[],
  current: KubernetesObject,
  wanted: number,
): ScaleStep[] {
  const { surge, unavailable } = rolloutLimits(deployment);
  const total = [...old, current].reduce(
    (sum, { spec }) => sum + spec.replicas,
    0,
  );
  const room = Math.max(0, wanted + surge - total);
  const grown = Math.min(wanted, current.spec.replicas + room);
  const steps: ScaleStep[] =
    grown === current.spec.replicas ? [] : [{ set: current, replicas: grown }];
  // New pods that are not available yet count against what the old ones may give up.
  const notReady = Math.max(
    0,
    current.spec.replicas - (current.status?.availableReplicas ?? 0),
  );
  let spare = total - (wanted - unavailable) - notReady;
  for (const set of old) {
    const drop = Math.min(set.spec.replicas, spare);
    if (drop <= 0) break;
    steps.push({ set, replicas: set.spec.replicas - drop });
    spare -= drop;
  }
  return steps;
}
