// SPDX-License-Identifier: Apache-2.0
import { EventRecorder } from '../controllers/EventRecorder';
import { ComeBack, Controller } from '../controllers/Controller';
import { conditionOf, setCondition } from '../controllers/pods';
import { DURATIONS, Pace } from '../kubelet/Pace';
import { KubernetesObject, keyOf, splitKey } from '../objects';
import { Registry } from '../registry/Registry';
import { StoreEvent } from '../store/EventHistory';
import { unfitReason } from './fit';

const RETRY_MS = 5_000;

/** Assigns pods to a node that can take them, and says why not where none can. */
export class Scheduler implements Controller {
  readonly name = 'default-scheduler';
  readonly #events: EventRecorder;
  readonly #taken = new Set<string>();

  constructor(
    private readonly registry: Registry,
    private readonly pace: Pace,
  ) {
    this.#events = new EventRecorder(registry, this.name);
  }

  initial(): string[] {
    return this.registry.store.list('pods').filter(waits).map(keyOf);
  }

  *nudges({ resource, object, type }: StoreEvent): Iterable<string> {
    if (resource !== 'pods') return;
    if (type === 'ADDED' && waits(object)) yield keyOf(object);
    // What a pod leaves behind may be what others wait for.
    if (type === 'DELETED') yield* this.initial();
  }

  reconcile(key: string): ComeBack {
    const { namespace, name } = splitKey(key);
    const pod = this.registry.store.get('pods', namespace, name);
    if (!pod || !waits(pod)) return undefined;
    const nodes = this.registry.store.list('nodes');
    const reasons = nodes.map(node => ({
      node,
      reason: unfitReason(pod, node, this.registry.store),
    }));
    const fit = reasons.find(({ reason }) => reason === undefined);
    if (!fit) {
      this.#refuse(
        pod,
        reasons.map(({ reason }) => reason!),
        nodes.length,
      );
      return RETRY_MS;
    }
    if (!this.#taken.has(pod.metadata.uid)) {
      this.#taken.add(pod.metadata.uid);
      this.pace.after(DURATIONS.schedule, () =>
        this.#bind(pod, fit.node.metadata.name),
      );
    }
    return undefined;
  }

  #bind(pod: KubernetesObject, nodeName: string): void {
    this.#taken.delete(pod.metadata.uid);
    const present = this.registry.store.get(
      'pods',
      pod.metadata.namespace,
      pod.metadata.name,
    );
    if (present?.metadata.uid !== pod.metadata.uid || !waits(present)) return;
    const now = this.registry.now();
    // Binding is a subresource of its own: it may set what updates may not.
    this.registry.store.put('pods', {
      ...present,
      spec: { ...present.spec, nodeName },
      status: {
        ...present.status,
        conditions: setCondition(
          present.status?.conditions ?? [],
          { type: 'PodScheduled', status: 'True', lastProbeTime: null },
          now,
        ),
      },
    });
    const { namespace, name } = pod.metadata;
    this.#events.record(pod, {
      type: 'Normal',
      reason: 'Scheduled',
      message: `Successfully assigned ${namespace}/${name} to ${nodeName}`,
    });
  }

  #refuse(pod: KubernetesObject, reasons: string[], nodes: number): void {
    const counted = [...new Set(reasons)].map(
      reason => `${reasons.filter(one => one === reason).length} ${reason}`,
    );
    const message =
      nodes === 0
        ? 'no nodes available to schedule pods'
        : `0/${nodes} nodes are available: ${counted.join(
            ', ',
          )}. no new claims to deallocate, preemption: 0/${nodes} nodes are available: ${nodes} No preemption victims found for incoming pod.`;
    if (conditionOf(pod, 'PodScheduled')?.message !== message) {
      this.registry.mutate(
        'pods',
        pod.metadata,
        object => {
          object.status.conditions = setCondition(
            object.status.conditions ?? [],
            {
              type: 'PodScheduled',
              status: 'False',
              reason: 'Unschedulable',
              message,
              lastProbeTime: null,
            },
            this.registry.now(),
          );
        },
        'status',
      );
      this.#events.record(pod, {
        type: 'Warning',
        reason: 'FailedScheduling',
        message,
      });
    }
  }
}

function waits(pod: KubernetesObject): boolean {
  return (
    !pod.spec.nodeName &&
    !pod.metadata.deletionTimestamp &&
    !pod.spec.schedulingGates?.length
  );
}
