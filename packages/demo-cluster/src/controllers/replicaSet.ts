// SPDX-License-Identifier: Apache-2.0
import { Json, KubernetesObject, keyOf, splitKey } from '../objects';
import { deleteObject } from '../registry/deletion';
import { Registry } from '../registry/Registry';
import { StatusError } from '../registry/StatusError';
import { StoreEvent } from '../store/EventHistory';
import { claim, controllerReference, interestedOwners } from './claim';
import { ComeBack, Controller } from './Controller';
import { EventRecorder } from './EventRecorder';
import {
  availableIn,
  compareForDeletion,
  isActive,
  isAvailable,
  isReady,
  podFromTemplate,
  setCondition,
} from './pods';

const RESOURCE = 'replicasets.apps';

/** Keeps as many pods as a ReplicaSet asks for. */
export class ReplicaSetController implements Controller {
  readonly name = 'replicaset-controller';
  readonly #events: EventRecorder;

  constructor(private readonly registry: Registry) {
    this.#events = new EventRecorder(registry, this.name);
  }

  initial(): string[] {
    return this.registry.store.list(RESOURCE).map(keyOf);
  }

  *nudges({ resource, object, before }: StoreEvent): Iterable<string> {
    if (resource === RESOURCE) yield keyOf(object);
    if (resource !== 'pods') return;
    yield* interestedOwners(this.registry, RESOURCE, object);
    if (before) yield* interestedOwners(this.registry, RESOURCE, before);
  }

  reconcile(key: string): ComeBack {
    const { namespace, name } = splitKey(key);
    const set = this.registry.store.get(RESOURCE, namespace, name);
    if (!set) return undefined;
    const pods = claim(this.registry, set, 'pods').filter(isActive);
    const failure = set.metadata.deletionTimestamp
      ? undefined
      : this.#scale(set, pods);
    const present = claim(this.registry, set, 'pods').filter(isActive);
    this.#report(set, present, failure);
    if (failure) throw failure;
    const waits = present
      .filter(isReady)
      .map(pod =>
        availableIn(pod, set.spec.minReadySeconds ?? 0, this.registry.clock),
      )
      .filter(ms => ms > 0);
    return waits.length ? Math.min(...waits) : undefined;
  }

  #scale(
    set: KubernetesObject,
    pods: KubernetesObject[],
  ): StatusError | undefined {
    const missing = set.spec.replicas - pods.length;
    try {
      for (let index = 0; index < missing; index += 1) this.#createPod(set);
    } catch (error) {
      if (!(error instanceof StatusError)) throw error;
      this.#events.record(set, {
        type: 'Warning',
        reason: 'FailedCreate',
        message: `Error creating: ${error.message}`,
      });
      return error;
    }
    for (const pod of [...pods]
      .sort(compareForDeletion)
      .slice(0, Math.max(0, -missing))) {
      deleteObject(this.registry, this.registry.kind('pods'), pod, {
        preconditions: { uid: pod.metadata.uid },
      });
      this.#events.record(set, {
        type: 'Normal',
        reason: 'SuccessfulDelete',
        message: `Deleted pod: ${pod.metadata.name}`,
      });
    }
    return undefined;
  }

  #createPod(set: KubernetesObject): void {
    const body = podFromTemplate(set, set.spec.template, {
      generateName: `${set.metadata.name}-`,
      ownerReferences: [controllerReference(set)],
    });
    const pod = this.registry.create(this.registry.kind('pods'), body);
    this.#events.record(set, {
      type: 'Normal',
      reason: 'SuccessfulCreate',
      message: `Created pod: ${pod.metadata.name}`,
    });
  }

  #report(
    set: KubernetesObject,
    pods: KubernetesObject[],
    failure: StatusError | undefined,
  ): void {
    const { clock } = this.registry;
    const templateLabels = Object.entries<string>(
      set.spec.template.metadata?.labels ?? {},
    );
    const available = pods.filter(pod =>
      isAvailable(pod, set.spec.minReadySeconds, clock),
    ).length;
    const labelled = pods.filter(pod =>
      templateLabels.every(
        ([label, value]) => pod.metadata.labels?.[label] === value,
      ),
    );
    this.registry.mutate(
      RESOURCE,
      set.metadata,
      object => {
        const others = (object.status?.conditions ?? []).filter(
          (condition: Json) => condition.type !== 'ReplicaFailure',
        );
        const conditions = failure
          ? setCondition(
              object.status?.conditions ?? [],
              {
                type: 'ReplicaFailure',
                status: 'True',
                reason: 'FailedCreate',
                message: failure.message,
              },
              this.registry.now(),
            )
          : others;
        const ready = pods.filter(isReady).length;
        object.status = {
          replicas: pods.length,
          ...(labelled.length && { fullyLabeledReplicas: labelled.length }),
          ...(ready && { readyReplicas: ready }),
          ...(available && { availableReplicas: available }),
          observedGeneration: set.metadata.generation,
          ...(conditions.length && { conditions }),
        };
      },
      'status',
    );
  }
}
