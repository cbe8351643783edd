// SPDX-License-Identifier: Apache-2.0
import { Json, KubernetesObject } from '../objects';
import { FieldError } from '../registry/fieldErrors';
import { Schema } from './Schema';

/** A column of `kubectl get`. `priority` 1 shows with `-o wide` only. */
export interface Column {
  name: string;
  type?: 'string' | 'integer' | 'date';
  priority?: number;
  value(object: KubernetesObject, now: number): Json;
}

/** Everything that the API needs to know of one kind. */
export interface Kind {
  group: string;
  version: string;
  kind: string;
  plural: string;
  singular: string;
  shortNames: string[];
  categories: string[];
  namespaced: boolean;
  schema: Schema;
  /** `status` is a subresource: writes to the object leave it alone, and the other way round. */
  status: boolean;
  scale: boolean;
  /** `metadata.generation` counts changes outside metadata and status. */
  generation: boolean;
  /** Defined by a CRD: messages and pruning follow the custom resource rules. */
  custom: boolean;
  columns: Column[];
  /** Fills in what the API server fills in. Changes the object. */
  defaults?(object: KubernetesObject): void;
  validate?(object: KubernetesObject): FieldError[];
  validateUpdate?(
    next: KubernetesObject,
    before: KubernetesObject,
  ): FieldError[];
  /** How a name is checked. Default `subdomain`. */
  nameRule?: 'subdomain' | 'label' | 'service' | 'path';
}

export function apiVersionOf({
  group,
  version,
}: Pick<Kind, 'group' | 'version'>): string {
  return group ? `${group}/${version}` : version;
}

type Essential = 'kind' | 'plural' | 'schema';

/** Completes the definition of a kind with what most kinds have in common. */
export function defineKind(
  definition: Pick<Kind, Essential> & Partial<Kind>,
): Kind {
  return {
    group: '',
    version: 'v1',
    singular: definition.kind.toLowerCase(),
    shortNames: [],
    categories: [],
    namespaced: true,
    status: false,
    scale: false,
    generation: false,
    custom: false,
    columns: [],
    ...definition,
  };
}
