// SPDX-License-Identifier: Apache-2.0
import { KubernetesObject } from '../objects';

/** Who names whom as owner, by uid. */
export class OwnerGraph {
  readonly #dependents = new Map<string, Set<string>>();

  add(resource: string, object: KubernetesObject): void {
    for (const { uid } of object.metadata.ownerReferences ?? []) {
      const keys = this.#dependents.get(uid) ?? new Set();
      this.#dependents.set(uid, keys.add(keyFor(resource, object)));
    }
  }

  remove(resource: string, object: KubernetesObject): void {
    for (const { uid } of object.metadata.ownerReferences ?? []) {
      const keys = this.#dependents.get(uid);
      keys?.delete(keyFor(resource, object));
      if (keys?.size === 0) this.#dependents.delete(uid);
    }
  }

  /** Keys `resource|namespace|name` of the objects that name this uid as an owner. */
  dependentsOf(uid: string): string[] {
    return [...(this.#dependents.get(uid) ?? [])];
  }
}

/** `resource|namespace|name`, the key under which the garbage collector knows an object. */
export function keyFor(
  resource: string,
  { metadata }: KubernetesObject,
): string {
  return `${resource}|${metadata.namespace ?? ''}|${metadata.name}`;
}
