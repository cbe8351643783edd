// SPDX-License-Identifier: Apache-2.0
import { cloneJson } from '../json';
import { Admission, AdmissionRequest } from '../admission/Admission';
import { Clock, toTime } from '../clock';
import { Kind } from '../kinds/Kind';
import { Kinds } from '../kinds/Kinds';
import { Json, KubernetesObject, Metadata } from '../objects';
import { randomness } from '../random';
import { Store } from '../store/Store';
import { validateMetadata } from '../validation/metadata';
import { invalidObject } from './fieldErrors';
import { alreadyExists, notFound, qualified } from './StatusError';
import { prepareUpdate } from './prepareUpdate';
import { WriteContext, controllerContext } from './WriteContext';

export type Subresource = 'status' | undefined;

const INTERNAL = controllerContext('controllers');

/**
 * The only way to write: fills in, admits, validates, counts generations, then stores. The API and
 * the controllers share it, so that no rule holds for one and not for the other.
 */
export class Registry {
  constructor(
    readonly store: Store,
    readonly kinds: Kinds,
    readonly clock: Clock,
    private readonly admission: Admission[],
  ) {}

  kind(resource: string): Kind {
    const kind = this.kinds.byResource(resource);
    if (!kind) throw new Error(`No kind is served as ${resource}`);
    return kind;
  }

  /** @throws StatusError 404 */
  get(
    resource: string,
    namespace: string | undefined,
    name: string,
  ): KubernetesObject {
    const object = this.store.get(resource, namespace, name);
    if (!object) throw notFound(this.kind(resource), name);
    return object;
  }

  /** Creates an object from a body. Owned metadata is set here; a status is dropped. */
  create(
    kind: Kind,
    body: Json,
    context: WriteContext = INTERNAL,
  ): KubernetesObject {
    const object = { ...cloneJson(body), kind: kind.kind } as KubernetesObject;
    object.metadata = this.#newMetadata(kind, body.metadata ?? {});
    if (kind.status) delete object.status;
    if (kind.generation) object.metadata.generation = 1;
    kind.defaults?.(object);
    const request: AdmissionRequest = {
      operation: 'CREATE',
      kind,
      object,
      context,
      store: this.store,
    };
    this.admission.forEach(plugin => plugin.mutate?.(request));
    kind.defaults?.(object);
    const errors = [
      ...validateMetadata(kind, object),
      ...(kind.validate?.(object) ?? []),
    ];
    if (errors.length) throw invalidObject(kind, object.metadata.name, errors);
    this.admission.forEach(plugin => plugin.check?.(request));
    const resource = qualified(kind);
    if (
      this.store.get(resource, object.metadata.namespace, object.metadata.name)
    ) {
      throw alreadyExists(kind, object.metadata.name);
    }
    return context.dryRun ? object : this.store.put(resource, object);
  }

  /**
   * Replaces an object, or only its status. Nothing is stored, and no version spent, when nothing
   * changes. An object whose deletion waited for its last finalizer goes.
   */
  update(
    kind: Kind,
    before: KubernetesObject,
    body: KubernetesObject,
    context: WriteContext = INTERNAL,
    subresource?: Subresource,
  ): KubernetesObject {
    const resource = qualified(kind);
    const next = prepareUpdate({ kind, before, body, subresource }, object => {
      if (subresource) return;
      const request: AdmissionRequest = {
        operation: 'UPDATE',
        kind,
        object,
        before,
        context,
        store: this.store,
      };
      this.admission.forEach(plugin => plugin.mutate?.(request));
      this.admission.forEach(plugin => plugin.check?.(request));
    });
    if (next === before || context.dryRun) return next;
    if (next.metadata.deletionTimestamp && isFree(next))
      return this.store.remove(resource, next);
    return this.store.put(resource, next);
  }

  /**
   * Changes the stored state of an object by a function on a copy; only its status may be changed
   * through that subresource. Absent objects are left alone.
   */
  mutate(
    resource: string,
    at: { namespace?: string; name: string },
    change: (object: KubernetesObject) => void,
    subresource?: Subresource,
  ): KubernetesObject | undefined {
    const before = this.store.get(resource, at.namespace, at.name);
    if (!before) return undefined;
    const next = subresource
      ? { ...before, status: cloneJson(before.status) }
      : cloneJson(before);
    change(next);
    return this.update(
      this.kind(resource),
      before,
      next,
      INTERNAL,
      subresource,
    );
  }

  now(): string {
    return toTime(this.clock.now());
  }

  #newMetadata(kind: Kind, given: Partial<Metadata>): Metadata {
    const {
      name,
      generateName,
      namespace,
      labels,
      annotations,
      ownerReferences,
      finalizers,
      managedFields,
    } = given;
    return {
      name:
        name || (generateName ? `${generateName}${randomness.suffix()}` : ''),
      ...(generateName && { generateName }),
      ...(kind.namespaced && { namespace: namespace || 'default' }),
      uid: randomness.uid(),
      resourceVersion: '',
      creationTimestamp: this.now(),
      ...(labels && { labels: cloneJson(labels) }),
      ...(annotations && { annotations: cloneJson(annotations) }),
      ...(ownerReferences?.length && {
        ownerReferences: cloneJson(ownerReferences),
      }),
      ...(finalizers?.length && { finalizers: [...finalizers] }),
      ...(managedFields?.length && { managedFields: cloneJson(managedFields) }),
    };
  }
}

/** Nothing holds the object back any more. */
export function isFree({ metadata, kind, spec }: KubernetesObject): boolean {
  if (metadata.finalizers?.length || metadata.deletionGracePeriodSeconds)
    return false;
  return kind !== 'Namespace' || !spec?.finalizers?.length;
}
