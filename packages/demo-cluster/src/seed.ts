// SPDX-License-Identifier: Apache-2.0
import { Json } from './objects';
import { Registry } from './registry/Registry';

/**
 * Creates objects in the order given. A namespace gets its default ServiceAccount at once, so that
 * what follows may run pods in it.
 *
 * @throws Error naming the object of a kind that is not served
 */
export function applySeed(registry: Registry, objects: Json[]): void {
  for (const object of objects) {
    const kind = registry.kinds.byType(object.apiVersion, object.kind);
    if (!kind)
      throw new Error(
        `The seed holds a ${object.kind} of ${object.apiVersion}, which is not served`,
      );
    registry.create(kind, object);
  }
}
