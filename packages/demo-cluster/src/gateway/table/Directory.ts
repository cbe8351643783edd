// SPDX-License-Identifier: Apache-2.0
import {
  Endpoints,
  EndpointSlice,
  nameOf,
  ReferenceGrant,
  Service,
  World,
} from '../objects';
import { Interception } from './interception';

const sliceServiceLabel = 'kubernetes.io/service-name';

/** Finds what routes refer to by `namespace/name`; made once for each judgement. */
export class Directory {
  readonly #services: ReadonlyMap<string, Service>;
  readonly #endpoints: ReadonlyMap<string, Endpoints>;
  readonly #slices = new Map<string, EndpointSlice[]>();
  readonly grants: readonly ReferenceGrant[];
  readonly interceptions: readonly Interception[];

  constructor(world: World) {
    this.#services = new Map(world.services.map(each => [nameOf(each), each]));
    this.#endpoints = new Map(
      world.endpoints.map(each => [nameOf(each), each]),
    );
    for (const slice of world.endpointSlices) {
      const { namespace, labels } = slice.metadata;
      const key = `${namespace}/${labels?.[sliceServiceLabel]}`;
      const slices = this.#slices.get(key);
      if (slices) slices.push(slice);
      else this.#slices.set(key, [slice]);
    }
    this.grants = world.referenceGrants;
    this.interceptions = world.interceptions ?? [];
  }

  service(name: string): Service | undefined {
    return this.#services.get(name);
  }

  endpoints(name: string): Endpoints | undefined {
    return this.#endpoints.get(name);
  }

  slices(name: string): readonly EndpointSlice[] {
    return this.#slices.get(name) ?? [];
  }
}
