// SPDX-License-Identifier: Apache-2.0
import { Json, KubernetesObject } from '../objects';
import { sameTemplate } from './deploymentRevision';
import { setCondition } from './pods';
import { rolloutLimits } from './rollout';

const sum = (sets: KubernetesObject[], field: string): number =>
  sets.reduce((total, set) => total + (set.status?.[field] ?? 0), 0);

/** What a Deployment's status says of its ReplicaSets. */
export function deploymentStatus(
  deployment: KubernetesObject,
  sets: KubernetesObject[],
  now: string,
): Json {
  const wanted = deployment.spec.replicas;
  const current = sets.filter(set => sameTemplate(deployment, set));
  const replicas = sum(sets, 'replicas');
  const updated = sum(current, 'replicas');
  const ready = sum(sets, 'readyReplicas');
  const available = sum(sets, 'availableReplicas');
  const counts = {
    replicas,
    updatedReplicas: updated,
    readyReplicas: ready,
    availableReplicas: available,
    unavailableReplicas: Math.max(0, Math.max(wanted, replicas) - available),
  };
  const complete =
    updated === wanted && replicas === wanted && available === wanted;
  return {
    observedGeneration: deployment.metadata.generation,
    ...Object.fromEntries(
      Object.entries(counts).filter(([, value]) => value > 0),
    ),
    terminatingReplicas: 0,
    conditions: conditions(
      deployment,
      {
        available,
        complete,
        set: current[0]?.metadata.name,
        failure: failureOf(current),
      },
      now,
    ),
  };
}

interface Progress {
  available: number;
  complete: boolean;
  set?: string;
  failure?: Json;
}

function failureOf(current: KubernetesObject[]): Json | undefined {
  return current
    .flatMap(set => set.status?.conditions ?? [])
    .find((condition: Json) => condition.type === 'ReplicaFailure');
}

function conditions(
  deployment: KubernetesObject,
  { available, complete, set, failure }: Progress,
  now: string,
): Json[] {
  const { unavailable } = rolloutLimits(deployment);
  const enough = available >= deployment.spec.replicas - unavailable;
  const before: Json[] = (deployment.status?.conditions ?? []).filter(
    (condition: Json) => condition.type !== 'ReplicaFailure',
  );
  const next = [
    enough
      ? {
          type: 'Available',
          status: 'True',
          reason: 'MinimumReplicasAvailable',
          message: 'Deployment has minimum availability.',
        }
      : {
          type: 'Available',
          status: 'False',
          reason: 'MinimumReplicasUnavailable',
          message: 'Deployment does not have minimum availability.',
        },
    complete
      ? {
          type: 'Progressing',
          status: 'True',
          reason: 'NewReplicaSetAvailable',
          message: `ReplicaSet "${set}" has successfully progressed.`,
        }
      : {
          type: 'Progressing',
          status: 'True',
          reason: 'ReplicaSetUpdated',
          message: `ReplicaSet "${set}" is progressing.`,
        },
    ...(failure
      ? [
          {
            type: 'ReplicaFailure',
            status: 'True',
            reason: failure.reason,
            message: failure.message,
          },
        ]
      : []),
  ];
  return next.reduce((all, condition) => {
    const was = before.find(({ type }) => type === condition.type);
    const same =
      was?.status === condition.status && was?.reason === condition.reason;
    return setCondition(
      all,
      { ...condition, lastUpdateTime: same ? was.lastUpdateTime : now },
      now,
    );
  }, before);
}
