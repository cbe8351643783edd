// SPDX-License-Identifier: Apache-2.0
import { KubernetesObject, controllerOf } from '../objects';
import { Registry } from '../registry/Registry';
import { LabelSelector, matchesSelector } from '../store/labelSelector';

/**
 * The objects that belong to a controller: its own that still match its selector, and orphans that
 * match, which are adopted. Its own that no longer match are released.
 */
export function claim(
  registry: Registry,
  owner: KubernetesObject,
  resource: string,
  selector: LabelSelector = owner.spec.selector,
): KubernetesObject[] {
  const candidates = registry.store.list(resource, owner.metadata.namespace);
  return candidates.flatMap(object => {
    const controller = controllerOf(object);
    const matches = matchesSelector(selector, object.metadata.labels);
    if (controller) {
      if (controller.uid !== owner.metadata.uid) return [];
      if (matches) return [object];
      if (!owner.metadata.deletionTimestamp)
        release(registry, owner, resource, object);
      return [];
    }
    if (
      !matches ||
      object.metadata.deletionTimestamp ||
      owner.metadata.deletionTimestamp
    )
      return [];
    return adopt(registry, owner, resource, object);
  });
}

function adopt(
  registry: Registry,
  owner: KubernetesObject,
  resource: string,
  object: KubernetesObject,
): KubernetesObject[] {
  const adopted = registry.mutate(resource, object.metadata, ({ metadata }) => {
    const others = (metadata.ownerReferences ?? []).filter(
      ref => ref.uid !== owner.metadata.uid,
    );
    metadata.ownerReferences = [...others, controllerReference(owner)];
  });
  return adopted ? [adopted] : [];
}

function release(
  registry: Registry,
  owner: KubernetesObject,
  resource: string,
  object: KubernetesObject,
): void {
  registry.mutate(resource, object.metadata, ({ metadata }) => {
    metadata.ownerReferences = metadata.ownerReferences?.filter(
      ref => ref.uid !== owner.metadata.uid,
    );
  });
}

export function controllerReference({
  apiVersion,
  kind,
  metadata: { name, uid },
}: KubernetesObject) {
  return {
    apiVersion,
    kind,
    name,
    uid,
    controller: true,
    blockOwnerDeletion: true,
  };
}

/** Keys of the controllers of one kind that may care for an object: its own, or all that match. */
export function* interestedOwners(
  registry: Registry,
  resource: string,
  object: KubernetesObject,
): Iterable<string> {
  const { namespace } = object.metadata;
  const controller = controllerOf(object);
  if (controller) {
    const owner = registry.store.get(resource, namespace, controller.name);
    if (owner?.metadata.uid === controller.uid)
      yield `${namespace}/${controller.name}`;
    return;
  }
  for (const owner of registry.store.list(resource, namespace)) {
    if (matchesSelector(owner.spec?.selector, object.metadata.labels))
      yield `${namespace}/${owner.metadata.name}`;
  }
}
