// SPDX-License-Identifier: Apache-2.0
import { splitKey } from '../objects';
import { deleteObject } from '../registry/deletion';
import { Registry } from '../registry/Registry';
import { StoreEvent } from '../store/EventHistory';
import { ComeBack, Controller } from './Controller';

/** Gives each namespace its default ServiceAccount, and empties one that is deleted. */
export class NamespaceController implements Controller {
  readonly name = 'namespace-controller';

  constructor(private readonly registry: Registry) {}

  initial(): string[] {
    return this.registry.store
      .list('namespaces')
      .map(({ metadata }) => metadata.name);
  }

  *nudges({ resource, object, type }: StoreEvent): Iterable<string> {
    if (resource === 'namespaces') yield object.metadata.name;
    const { namespace } = object.metadata;
    if (!namespace || type !== 'DELETED') return;
    const deleting = this.registry.store.get('namespaces', undefined, namespace)
      ?.metadata.deletionTimestamp;
    if (deleting || resource === 'serviceaccounts') yield namespace;
  }

  reconcile(key: string): ComeBack {
    const { name } = splitKey(key);
    const namespace = this.registry.store.get('namespaces', undefined, name);
    if (!namespace) return undefined;
    if (namespace.metadata.deletionTimestamp) this.#empty(name);
    else if (!this.registry.store.get('serviceaccounts', name, 'default'))
      this.#addServiceAccount(name);
    return undefined;
  }

  #addServiceAccount(namespace: string): void {
    const kind = this.registry.kind('serviceaccounts');
    this.registry.create(kind, {
      apiVersion: 'v1',
      kind: 'ServiceAccount',
      metadata: { name: 'default', namespace },
    });
  }

  #empty(name: string): void {
    const { store } = this.registry;
    const content = store
      .resources()
      .flatMap(resource =>
        store.list(resource, name).map(object => ({ resource, object })),
      );
    for (const { resource, object } of content) {
      const present = store.get(resource, name, object.metadata.name);
      if (present && !present.metadata.deletionTimestamp) {
        deleteObject(this.registry, this.registry.kind(resource), present, {
          propagationPolicy: 'Background',
        });
      }
    }
    if (store.resources().some(resource => store.count(resource, name) > 0))
      return;
    this.registry.mutate('namespaces', { name }, namespace => {
      namespace.spec.finalizers = [];
    });
  }
}
