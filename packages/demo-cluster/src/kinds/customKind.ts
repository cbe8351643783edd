// SPDX-License-Identifier: Apache-2.0
import { Json, KubernetesObject } from '../objects';
import { Kind, defineKind } from './Kind';
import { modelSchema } from './modelSchema';
import { ANY, BOOLEAN, INTEGER, STRING, Schema, objectOf } from './Schema';

const readPath = (path: string) => (object: KubernetesObject) =>
  path
    .slice(1)
    .split('.')
    .reduce((at: Json, key) => at?.[key], object) ?? '';

/** The kind that a CustomResourceDefinition defines, in its storage version. */
export function customKind({ spec }: KubernetesObject): Kind {
  const version: Json =
    spec.versions.find((one: Json) => one.storage) ?? spec.versions[0];
  const {
    kind,
    plural,
    singular,
    shortNames = [],
    categories = [],
  } = spec.names;
  const openApi: Json = version.schema?.openAPIV3Schema ?? {};
  return defineKind({
    group: spec.group,
    version: version.name,
    kind,
    plural,
    singular,
    shortNames,
    categories,
    namespaced: spec.scope === 'Namespaced',
    status: version.subresources?.status !== undefined,
    generation: true,
    custom: true,
    columns: (version.additionalPrinterColumns ?? [])
      .filter(
        (column: Json) =>
          /^(\.[A-Za-z]\w*)+$/.test(column.jsonPath) && column.name !== 'Age',
      )
      .map((column: Json) => ({
        name: column.name,
        priority: column.priority,
        value: readPath(column.jsonPath),
      })),
    schema: objectOf(kind, () => ({
      ...Object.fromEntries(
        Object.entries<Json>(openApi.properties ?? {}).map(([name, field]) => [
          name,
          toSchema(field, name),
        ]),
      ),
      apiVersion: STRING,
      kind: STRING,
      metadata: modelSchema('V1ObjectMeta'),
    })),
  });
}

/** A structural schema, as far as it decides on types, unknown fields and the merging of lists. */
function toSchema(field: Json, name: string): Schema {
  if (field['x-kubernetes-int-or-string']) return { type: 'intOrString' };
  if (
    field['x-kubernetes-preserve-unknown-fields'] ||
    field['x-kubernetes-embedded-resource']
  )
    return ANY;
  switch (field.type) {
    case 'object': {
      if (field.additionalProperties) {
        return field.additionalProperties === true
          ? ANY
          : { type: 'map', of: toSchema(field.additionalProperties, name) };
      }
      const properties = Object.entries<Json>(field.properties ?? {});
      if (!properties.length) return ANY;
      const atomic = field['x-kubernetes-map-type'] === 'atomic';
      return objectOf(
        name,
        () =>
          Object.fromEntries(
            properties.map(([key, below]) => [key, toSchema(below, key)]),
          ),
        { atomic },
      );
    }
    case 'array': {
      const of = toSchema(field.items ?? {}, name);
      if (field['x-kubernetes-list-type'] === 'map')
        return { type: 'list', of, keys: field['x-kubernetes-list-map-keys'] };
      return {
        type: 'list',
        of,
        ...(field['x-kubernetes-list-type'] === 'set' && { set: true }),
      };
    }
    case 'string':
      return STRING;
    case 'integer':
      return INTEGER;
    case 'number':
      return { type: 'number' };
    case 'boolean':
      return BOOLEAN;
    default:
      return ANY;
  }
}
