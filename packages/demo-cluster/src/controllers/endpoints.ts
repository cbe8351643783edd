// SPDX-License-Identifier: Apache-2.0
import { equalJson } from '../json';
import { Json, KubernetesObject, keyOf, splitKey } from '../objects';
import { deleteObject } from '../registry/deletion';
import { Registry } from '../registry/Registry';
import { StoreEvent } from '../store/EventHistory';
import { matchesMap } from '../store/labelSelector';
import { controllerReference } from './claim';
import { ComeBack, Controller } from './Controller';
import {
  EndpointGroup,
  endpointsBody,
  groupPods,
  sliceBody,
} from './endpointBodies';

const SLICES = 'endpointslices.discovery.k8s.io';

/** Keeps Endpoints and an EndpointSlice for each Service that has a selector. */
export class EndpointsController implements Controller {
  readonly name = 'endpointslice-controller';

  constructor(private readonly registry: Registry) {}

  initial(): string[] {
    return this.registry.store.list('services').map(keyOf);
  }

  *nudges({ resource, object, before }: StoreEvent): Iterable<string> {
    if (resource === 'services') yield keyOf(object);
    if (resource !== 'pods') return;
    for (const service of this.registry.store.list(
      'services',
      object.metadata.namespace,
    )) {
      const { selector } = service.spec;
      if (!selector) continue;
      if (
        matchesMap(selector, object.metadata.labels) ||
        (before && matchesMap(selector, before.metadata.labels))
      ) {
        yield keyOf(service);
      }
    }
  }

  reconcile(key: string): ComeBack {
    const { namespace, name } = splitKey(key);
    const service = this.registry.store.get('services', namespace, name);
    if (!service) {
      this.#removeEndpoints(namespace!, name);
      return undefined;
    }
    const { selector } = service.spec;
    if (!selector || service.spec.type === 'ExternalName') return undefined;
    const pods = this.registry.store
      .list('pods', namespace)
      .filter(
        pod => matchesMap(selector, pod.metadata.labels) && pod.status?.podIP,
      )
      .filter(
        pod =>
          pod.status.phase !== 'Succeeded' && pod.status.phase !== 'Failed',
      );
    const groups = groupPods(service, pods);
    this.#write('endpoints', name, service, endpointsBody(service, groups));
    this.#writeSlices(service, groups);
    return undefined;
  }

  /** A slice for each group: one that has its ports already, else any that is left, else a new one. */
  #writeSlices(service: KubernetesObject, groups: EndpointGroup[]): void {
    const left = this.registry.store
      .list(SLICES, service.metadata.namespace)
      .filter(({ metadata }) =>
        metadata.ownerReferences?.some(
          owner => owner.uid === service.metadata.uid,
        ),
      );
    for (const group of groups) {
      const same = left.findIndex(({ ports }) => equalJson(ports, group.ports));
      const [slice] = left.splice(Math.max(same, 0), 1);
      const body = sliceBody(service, group);
      this.#write(SLICES, slice?.metadata.name, service, body);
    }
    const kind = this.registry.kind(SLICES);
    left.forEach(slice => deleteObject(this.registry, kind, slice, {}));
  }

  #write(
    resource: string,
    name: string | undefined,
    service: KubernetesObject,
    body: Json,
  ): void {
    const { namespace } = service.metadata;
    const present = name && this.registry.store.get(resource, namespace, name);
    if (!present) {
      const metadata = {
        ...(resource === SLICES
          ? {
              generateName: `${service.metadata.name}-`,
              ownerReferences: [controllerReference(service)],
            }
          : { name: service.metadata.name }),
        namespace,
        ...body.metadata,
      };
      this.registry.create(this.registry.kind(resource), { ...body, metadata });
      return;
    }
    this.registry.mutate(resource, present.metadata, object => {
      for (const [field, value] of Object.entries(body)) {
        if (field !== 'metadata' && !equalJson(object[field], value))
          object[field] = value;
      }
      if (resource === 'endpoints' && !body.subsets) delete object.subsets;
      object.metadata.labels = {
        ...object.metadata.labels,
        ...body.metadata.labels,
      };
    });
  }

  /** The slice goes with its owner; Endpoints have none. */
  #removeEndpoints(namespace: string, name: string): void {
    const endpoints = this.registry.store.get('endpoints', namespace, name);
    if (endpoints)
      deleteObject(
        this.registry,
        this.registry.kind('endpoints'),
        endpoints,
        {},
      );
  }
}
