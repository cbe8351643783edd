// SPDX-License-Identifier: Apache-2.0
import {
  Json,
  KubernetesObject,
  controllerOf,
  keyOf,
  splitKey,
} from '../objects';
import { Registry } from '../registry/Registry';
import { qualified } from '../registry/StatusError';
import { StoreEvent } from '../store/EventHistory';
import { matchesSelector } from '../store/labelSelector';
import { ComeBack, Controller } from './Controller';
import { isActive, isReady, setCondition } from './pods';

const RESOURCE = 'poddisruptionbudgets.policy';

/** Counts how many pods of a PodDisruptionBudget may go at present. */
export class DisruptionBudgetController implements Controller {
  readonly name = 'disruption-controller';

  constructor(private readonly registry: Registry) {}

  initial(): string[] {
    return this.registry.store.list(RESOURCE).map(keyOf);
  }

  *nudges({ resource, object }: StoreEvent): Iterable<string> {
    if (resource === RESOURCE) yield keyOf(object);
    const matters = [
      'pods',
      'deployments.apps',
      'replicasets.apps',
      'statefulsets.apps',
    ].includes(resource);
    if (matters)
      yield* this.registry.store
        .list(RESOURCE, object.metadata.namespace)
        .map(keyOf);
  }

  reconcile(key: string): ComeBack {
    const { namespace, name } = splitKey(key);
    const budget = this.registry.store.get(RESOURCE, namespace, name);
    if (!budget) return undefined;
    const pods = this.registry.store
      .list('pods', namespace)
      .filter(
        pod =>
          matchesSelector(budget.spec.selector, pod.metadata.labels) &&
          isActive(pod),
      );
    const healthy = pods.filter(isReady).length;
    const expected = this.#expected(budget.spec, pods);
    const desired = desiredHealthy(budget.spec, expected);
    const allowed = expected > 0 ? Math.max(0, healthy - desired) : 0;
    this.registry.mutate(
      RESOURCE,
      budget.metadata,
      object => {
        object.status = {
          conditions: setCondition(
            object.status?.conditions ?? [],
            {
              type: 'DisruptionAllowed',
              status: allowed > 0 ? 'True' : 'False',
              reason: allowed > 0 ? 'SufficientPods' : 'InsufficientPods',
              message: '',
              observedGeneration: budget.metadata.generation,
            },
            this.registry.now(),
          ),
          currentHealthy: healthy,
          desiredHealthy: desired,
          disruptionsAllowed: allowed,
          expectedPods: expected,
          observedGeneration: budget.metadata.generation,
        };
      },
      'status',
    );
    return undefined;
  }

  /** With an absolute minimum the pods count; else what their controllers ask for. */
  #expected(spec: Json, pods: KubernetesObject[]): number {
    if (Number.isInteger(spec.minAvailable)) return pods.length;
    const scales = new Map<string, number>();
    for (const pod of pods) {
      const top = this.#topOf(pod);
      scales.set(top.metadata.uid, top === pod ? 1 : top.spec.replicas ?? 1);
    }
    return [...scales.values()].reduce((sum, replicas) => sum + replicas, 0);
  }

  #topOf(object: KubernetesObject): KubernetesObject {
    const owner = controllerOf(object);
    const kind =
      owner && this.registry.kinds.byGroupKind(owner.apiVersion, owner.kind);
    const found =
      kind?.scale &&
      this.registry.store.get(
        qualified(kind),
        object.metadata.namespace,
        owner!.name,
      );
    return found ? this.#topOf(found) : object;
  }
}

function desiredHealthy(
  { minAvailable, maxUnavailable }: Json,
  expected: number,
): number {
  const share = (value: Json) =>
    typeof value === 'number'
      ? value
      : Math.ceil((parseFloat(value) / 100) * expected);
  if (maxUnavailable !== undefined)
    return Math.max(0, expected - share(maxUnavailable));
  return share(minAvailable ?? 1);
}
