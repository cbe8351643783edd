// SPDX-License-Identifier: Apache-2.0
import { KubernetesObject, deepFreeze, keyOf } from '../objects';
import { EventHistory, StoreEvent } from './EventHistory';

type Objects = Map<string, Map<string, KubernetesObject>>;
export type StoreListener = (event: StoreEvent) => void;

/**
 * All objects of the cluster under one counter of versions. It knows no kinds and no rules: who
 * writes here has checked everything. Listeners are called in the order of the versions, at once.
 */
export class Store {
  readonly history = new EventHistory();
  readonly #resources = new Map<string, Objects>();
  readonly #listeners = new Set<StoreListener>();
  #version: number;

  constructor(initial: {
    version: number;
    objects: Iterable<[string, KubernetesObject]>;
  }) {
    this.#version = initial.version;
    for (const [resource, object] of initial.objects)
      this.#set(resource, deepFreeze(object));
    this.history.startAt(this.#version);
  }

  get version(): number {
    return this.#version;
  }

  get(
    resource: string,
    namespace: string | undefined,
    name: string,
  ): KubernetesObject | undefined {
    return this.#resources
      .get(resource)
      ?.get(namespace ?? '')
      ?.get(name);
  }

  /** Objects by namespace and name. Without a namespace: of all. */
  list(resource: string, namespace?: string): KubernetesObject[] {
    const byNamespace = this.#resources.get(resource);
    if (!byNamespace) return [];
    if (namespace !== undefined)
      return [...(byNamespace.get(namespace)?.values() ?? [])];
    return [...byNamespace.values()].flatMap(objects => [...objects.values()]);
  }

  count(resource: string, namespace: string): number {
    return this.#resources.get(resource)?.get(namespace)?.size ?? 0;
  }

  resources(): string[] {
    return [...this.#resources.keys()];
  }

  /** Stores a new version of an object and tells everybody. The object is frozen. */
  put(resource: string, object: KubernetesObject): KubernetesObject {
    const { namespace, name } = object.metadata;
    const before = this.get(resource, namespace, name);
    const after = deepFreeze({
      ...object,
      metadata: { ...object.metadata, resourceVersion: this.#next() },
    });
    this.#set(resource, after);
    this.#publish({
      type: before ? 'MODIFIED' : 'ADDED',
      resource,
      object: after,
      before,
    });
    return after;
  }

  /** Drops an object. The event carries its last state under a version of its own. */
  remove(resource: string, object: KubernetesObject): KubernetesObject {
    const { namespace, name } = object.metadata;
    const before = this.get(resource, namespace, name);
    if (!before) throw new Error(`${resource} ${keyOf(object)} is not stored`);
    const last = deepFreeze({
      ...object,
      metadata: { ...object.metadata, resourceVersion: this.#next() },
    });
    this.#resources
      .get(resource)!
      .get(namespace ?? '')!
      .delete(name);
    this.#publish({ type: 'DELETED', resource, object: last, before });
    return last;
  }

  subscribe(listener: StoreListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #next(): string {
    this.#version += 1;
    return String(this.#version);
  }

  #set(resource: string, object: KubernetesObject): void {
    const { namespace = '', name } = object.metadata;
    const byNamespace = this.#resources.get(resource) ?? new Map();
    const objects = byNamespace.get(namespace) ?? new Map();
    this.#resources.set(
      resource,
      byNamespace.set(namespace, objects.set(name, object)),
    );
  }

  #publish(event: Omit<StoreEvent, 'version'>): void {
    const complete = { ...event, version: this.#version };
    this.history.add(complete);
    for (const listener of [...this.#listeners]) listener(complete);
  }
}
