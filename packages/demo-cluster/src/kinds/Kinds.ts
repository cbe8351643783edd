// SPDX-License-Identifier: Apache-2.0
import { qualified } from '../registry/StatusError';
import { Kind, apiVersionOf } from './Kind';

/** The kinds that are served, by path and by type. Custom resources come and go at run time. */
export class Kinds {
  readonly #byResource = new Map<string, Kind>();

  readonly #builtin: Set<string>;

  constructor(kinds: Kind[]) {
    kinds.forEach(kind => this.add(kind));
    this.#builtin = new Set(this.#byResource.keys());
  }

  /** Served without any CustomResourceDefinition. */
  isBuiltin(resource: string): boolean {
    return this.#builtin.has(resource);
  }

  add(kind: Kind): void {
    this.#byResource.set(qualified(kind), kind);
  }

  remove(resource: string): void {
    this.#byResource.delete(resource);
  }

  all(): Kind[] {
    return [...this.#byResource.values()];
  }

  /** By the name under which the store keeps it, such as `deployments.apps`. */
  byResource(resource: string): Kind | undefined {
    return this.#byResource.get(resource);
  }

  byPath(group: string, version: string, plural: string): Kind | undefined {
    const kind = this.#byResource.get(qualified({ group, plural }));
    return kind?.version === version ? kind : undefined;
  }

  byType(apiVersion: string, name: string): Kind | undefined {
    return this.all().find(
      kind => kind.kind === name && apiVersionOf(kind) === apiVersion,
    );
  }

  /** By group and kind whatever the version, as the garbage collector resolves owners. */
  byGroupKind(apiVersion: string, name: string): Kind | undefined {
    const group = apiVersion.includes('/') ? apiVersion.split('/')[0] : '';
    return this.all().find(kind => kind.kind === name && kind.group === group);
  }
}
