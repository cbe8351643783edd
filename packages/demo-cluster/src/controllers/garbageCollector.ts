// SPDX-License-Identifier: Apache-2.0
import { KubernetesObject, OwnerReference } from '../objects';
import { deleteObject } from '../registry/deletion';
import { Registry } from '../registry/Registry';
import { qualified } from '../registry/StatusError';
import { StoreEvent } from '../store/EventHistory';
import { ComeBack, Controller } from './Controller';
import { EventRecorder } from './EventRecorder';
import { OwnerGraph, keyFor } from './OwnerGraph';

const ORPHAN = 'orphan';
const FOREGROUND = 'foregroundDeletion';

/**
 * Removes what has lost its owners and carries out foreground and orphaning deletions. A key is
 * `resource|namespace|name`.
 */
export class GarbageCollector implements Controller {
  readonly name = 'generic-garbage-collector';
  readonly #graph = new OwnerGraph();
  readonly #events: EventRecorder;

  constructor(private readonly registry: Registry) {
    this.#events = new EventRecorder(registry, 'garbage-collector-controller');
    const { store } = registry;
    for (const resource of store.resources()) {
      for (const object of store.list(resource))
        this.#graph.add(resource, object);
    }
  }

  initial(): string[] {
    const { store } = this.registry;
    return store
      .resources()
      .flatMap(resource =>
        store.list(resource).map(object => keyFor(resource, object)),
      );
  }

  *nudges({ type, resource, object, before }: StoreEvent): Iterable<string> {
    if (before) this.#graph.remove(resource, before);
    if (type !== 'DELETED') this.#graph.add(resource, object);
    if (type === 'DELETED') {
      yield* this.#graph.dependentsOf(object.metadata.uid);
      // A deletion may be what an owner in foreground deletion waits for.
      for (const owner of object.metadata.ownerReferences ?? []) {
        const found = this.#find(owner, object.metadata.namespace);
        if (found) yield keyFor(found.resource, found.object);
      }
      return;
    }
    const { ownerReferences, finalizers } = object.metadata;
    if (ownerReferences || finalizers) yield keyFor(resource, object);
    if (
      object.metadata.deletionTimestamp &&
      !before?.metadata.deletionTimestamp
    ) {
      yield* this.#graph.dependentsOf(object.metadata.uid);
    }
  }

  reconcile(key: string): ComeBack {
    const [resource, namespace, name] = key.split('|');
    const object = this.registry.store.get(resource, namespace, name);
    if (!object) return undefined;
    if (object.metadata.deletionTimestamp) {
      if (object.metadata.finalizers?.includes(ORPHAN))
        this.#orphanDependents(resource, object);
      else if (object.metadata.finalizers?.includes(FOREGROUND))
        this.#deleteDependents(resource, object);
      return undefined;
    }
    this.#checkOwners(resource, object);
    return undefined;
  }

  #checkOwners(resource: string, object: KubernetesObject): void {
    const owners = object.metadata.ownerReferences ?? [];
    if (!owners.length) return;
    const states = owners.map(owner => ({
      owner,
      state: this.#stateOf(owner, object.metadata.namespace),
    }));
    const gone = states.filter(({ state }) => state !== 'solid');
    if (gone.length === 0) return;
    if (gone.length < owners.length) {
      const uids = new Set(gone.map(({ owner }) => owner.uid));
      this.registry.mutate(resource, object.metadata, ({ metadata }) => {
        metadata.ownerReferences = metadata.ownerReferences?.filter(
          owner => !uids.has(owner.uid),
        );
      });
      return;
    }
    gone.forEach(({ owner }) => this.#complainOfForeign(owner, object));
    const waiting = gone.some(
      ({ state, owner }) => state === 'waiting' && owner.blockOwnerDeletion,
    );
    const hasDependents =
      this.#graph.dependentsOf(object.metadata.uid).length > 0;
    deleteObject(this.registry, this.registry.kind(resource), object, {
      propagationPolicy: waiting && hasDependents ? 'Foreground' : 'Background',
      preconditions: { uid: object.metadata.uid },
    });
  }

  #stateOf(
    owner: OwnerReference,
    namespace: string | undefined,
  ): 'solid' | 'absent' | 'waiting' {
    // What is not served cannot be judged: such an owner keeps its dependents.
    if (!this.registry.kinds.byGroupKind(owner.apiVersion, owner.kind))
      return 'solid';
    const found = this.#find(owner, namespace);
    if (!found) return 'absent';
    const { deletionTimestamp, finalizers } = found.object.metadata;
    return deletionTimestamp && finalizers?.includes(FOREGROUND)
      ? 'waiting'
      : 'solid';
  }

  #find(
    owner: OwnerReference,
    namespace: string | undefined,
  ): { resource: string; object: KubernetesObject } | undefined {
    const kind = this.registry.kinds.byGroupKind(owner.apiVersion, owner.kind);
    if (!kind) return undefined;
    const resource = qualified(kind);
    const object = this.registry.store.get(
      resource,
      kind.namespaced ? namespace : undefined,
      owner.name,
    );
    return object?.metadata.uid === owner.uid
      ? { resource, object }
      : undefined;
  }

  #dependents({
    metadata,
  }: KubernetesObject): { resource: string; object: KubernetesObject }[] {
    return this.#graph.dependentsOf(metadata.uid).flatMap(key => {
      const [resource, namespace, name] = key.split('|');
      const object = this.registry.store.get(resource, namespace, name);
      const inReach = !metadata.namespace || metadata.namespace === namespace;
      return object && inReach ? [{ resource, object }] : [];
    });
  }

  /** An owner in another namespace never counts; the event says so before its dependent goes. */
  #complainOfForeign(owner: OwnerReference, object: KubernetesObject): void {
    const kind = this.registry.kinds.byGroupKind(owner.apiVersion, owner.kind);
    const { namespace } = object.metadata;
    const elsewhere = this.registry.store
      .list(qualified(kind!))
      .some(
        ({ metadata }) =>
          metadata.uid === owner.uid && metadata.namespace !== namespace,
      );
    if (!elsewhere) return;
    const { apiVersion, kind: of, name, uid } = owner;
    this.#events.record(object, {
      type: 'Warning',
      reason: 'OwnerRefInvalidNamespace',
      message: `ownerRef [${apiVersion}/${of}, namespace: ${namespace}, name: ${name}, uid: ${uid}] does not exist in namespace "${namespace}"`,
    });
  }

  #orphanDependents(resource: string, owner: KubernetesObject): void {
    for (const { resource: of, object } of this.#dependents(owner)) {
      this.registry.mutate(of, object.metadata, ({ metadata }) => {
        metadata.ownerReferences = metadata.ownerReferences?.filter(
          ref => ref.uid !== owner.metadata.uid,
        );
      });
    }
    this.#dropFinalizer(resource, owner, ORPHAN);
  }

  #deleteDependents(resource: string, owner: KubernetesObject): void {
    const dependents = this.#dependents(owner);
    const blocking = dependents.filter(({ object }) =>
      object.metadata.ownerReferences?.some(
        ref => ref.uid === owner.metadata.uid && ref.blockOwnerDeletion,
      ),
    );
    for (const { resource: of, object } of dependents) {
      if (!object.metadata.deletionTimestamp) this.#checkOwners(of, object);
    }
    if (!blocking.length) this.#dropFinalizer(resource, owner, FOREGROUND);
  }

  #dropFinalizer(
    resource: string,
    { metadata }: KubernetesObject,
    finalizer: string,
  ): void {
    this.registry.mutate(resource, metadata, object => {
      object.metadata.finalizers = object.metadata.finalizers?.filter(
        item => item !== finalizer,
      );
    });
  }
}
