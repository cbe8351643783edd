// SPDX-License-Identifier: Apache-2.0
import { customKind } from '../kinds/customKind';
import { Registry } from '../registry/Registry';
import { deleteObject } from '../registry/deletion';
import { StoreEvent } from '../store/EventHistory';
import { ComeBack, Controller } from './Controller';
import { setCondition } from './pods';

const RESOURCE = 'customresourcedefinitions.apiextensions.k8s.io';

/** Serves the kinds that CustomResourceDefinitions define, and stops when they go. */
export class CustomResources implements Controller {
  readonly name = 'customresource-controller';

  /** What is defined already is served from the first request on. */
  constructor(private readonly registry: Registry) {
    registry.store
      .list(RESOURCE)
      .forEach(({ metadata }) => this.reconcile(metadata.name));
  }

  initial(): string[] {
    return [];
  }

  *nudges({ resource, object, type }: StoreEvent): Iterable<string> {
    if (resource !== RESOURCE) return;
    if (type === 'DELETED') this.#drop(object.metadata.name);
    else yield object.metadata.name;
  }

  reconcile(name: string): ComeBack {
    const definition = this.registry.store.get(RESOURCE, undefined, name);
    // A kind of the cluster itself stays what it is: its own rules are stricter than a schema.
    if (!definition || this.registry.kinds.isBuiltin(name)) return undefined;
    const kind = customKind(definition);
    this.registry.kinds.add(kind);
    const now = this.registry.now();
    this.registry.mutate(
      RESOURCE,
      { name },
      object => {
        const conditions = setCondition(
          object.status?.conditions ?? [],
          {
            type: 'NamesAccepted',
            status: 'True',
            reason: 'NoConflicts',
            message: 'no conflicts found',
          },
          now,
        );
        const established = {
          type: 'Established',
          status: 'True',
          reason: 'InitialNamesAccepted',
          message: 'the initial names have been accepted',
        };
        object.status = {
          conditions: setCondition(conditions, established, now),
          acceptedNames: object.spec.names,
          storedVersions: [kind.version],
        };
      },
      'status',
    );
    return undefined;
  }

  #drop(name: string): void {
    const kind = this.registry.kinds.byResource(name);
    if (!kind || this.registry.kinds.isBuiltin(name)) return;
    for (const object of this.registry.store.list(name))
      deleteObject(this.registry, kind, object, {});
    this.registry.kinds.remove(name);
  }
}
