// SPDX-License-Identifier: Apache-2.0
import { KubernetesObject, keyOf, splitKey } from '../objects';
import { deleteObject } from '../registry/deletion';
import { Registry } from '../registry/Registry';
import { StoreEvent } from '../store/EventHistory';
import { claim, controllerReference, interestedOwners } from './claim';
import { ComeBack, Controller } from './Controller';
import { isActive, isReady, podFromTemplate } from './pods';

const RESOURCE = 'daemonsets.apps';
const GENERATION = 'deprecated.daemonset.template.generation';

/** Keeps one pod on each node. */
export class DaemonSetController implements Controller {
  readonly name = 'daemonset-controller';

  constructor(private readonly registry: Registry) {}

  initial(): string[] {
    return this.registry.store.list(RESOURCE).map(keyOf);
  }

  *nudges({ resource, object }: StoreEvent): Iterable<string> {
    if (resource === RESOURCE) yield keyOf(object);
    if (resource === 'pods')
      yield* interestedOwners(this.registry, RESOURCE, object);
  }

  reconcile(key: string): ComeBack {
    const { namespace, name } = splitKey(key);
    const set = this.registry.store.get(RESOURCE, namespace, name);
    if (!set) return undefined;
    const nodes = this.registry.store.list('nodes').length;
    const pods = claim(this.registry, set, 'pods').filter(isActive);
    if (!set.metadata.deletionTimestamp) this.#scale(set, pods, nodes);
    this.#report(set, nodes);
    return undefined;
  }

  #scale(set: KubernetesObject, pods: KubernetesObject[], nodes: number): void {
    const kind = this.registry.kind('pods');
    const outdated = pods.filter(pod => this.#isOutdated(set, pod));
    const superfluous = pods.slice(nodes);
    for (const pod of new Set([...outdated, ...superfluous])) {
      deleteObject(this.registry, kind, pod, {});
    }
    for (let count = pods.length; count < nodes; count += 1) {
      const body = podFromTemplate(set, set.spec.template, {
        generateName: `${set.metadata.name}-`,
        annotations: {
          ...set.spec.template.metadata?.annotations,
          [GENERATION]: String(set.metadata.generation),
        },
        ownerReferences: [controllerReference(set)],
      });
      this.registry.create(kind, body);
    }
  }

  #isOutdated(set: KubernetesObject, pod: KubernetesObject): boolean {
    const made = Number(pod.metadata.annotations?.[GENERATION]);
    return (
      set.spec.updateStrategy.type === 'RollingUpdate' &&
      made < set.metadata.generation!
    );
  }

  #report(set: KubernetesObject, nodes: number): void {
    const pods = claim(this.registry, set, 'pods').filter(isActive);
    const ready = pods.filter(isReady).length;
    this.registry.mutate(
      RESOURCE,
      set.metadata,
      object => {
        object.status = {
          observedGeneration: set.metadata.generation,
          desiredNumberScheduled: nodes,
          currentNumberScheduled: pods.length,
          updatedNumberScheduled: pods.length,
          numberReady: ready,
          numberAvailable: ready,
          numberMisscheduled: 0,
        };
      },
      'status',
    );
  }
}
