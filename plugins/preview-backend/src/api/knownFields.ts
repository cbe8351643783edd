// SPDX-License-Identifier: Apache-2.0
import { openapi } from '@preview-environments/backstage-plugin-preview-common';

interface Schema {
  $ref?: string;
  properties?: Record<string, Schema>;
  items?: Schema;
  anyOf?: Schema[];
}

interface Parameter {
  $ref?: string;
  name?: string;
  in?: string;
}

/** What the OpenAPI document says of a call, as far as it is read here. */
export interface Operation {
  parameters?: Parameter[];
  requestBody?: { content?: { 'application/json'?: { schema?: Schema } } };
}

/**
 * Names that the document knows at a place of a request, in its order.
 *
 * @param path - `/query`, `/body`, `/body/env/0`
 */
export function knownFields(operation: Operation, path: string): string[] {
  const [, where, ...names] = path.split('/');
  if (where === 'query' && names.length === 0) {
    return (operation.parameters ?? [])
      .map(resolved)
      .filter(parameter => parameter.in === 'query')
      .flatMap(({ name }) => name ?? []);
  }
  const body = operation.requestBody?.content?.['application/json']?.schema;
  return where === 'body' && body
    ? Object.keys(
        names
          .reduce(member, variants(body))
          .reduce((all, { properties }) => ({ ...all, ...properties }), {}),
      )
    : [];
}

function member(schemas: Schema[], name: string): Schema[] {
  return schemas
    .flatMap(({ properties, items }) => {
      const inList = /^\d+$/.test(name) ? items : undefined;
      // What a client sent must not find what every object has.
      return properties && Object.hasOwn(properties, name)
        ? properties[name]
        : inList ?? [];
    })
    .flatMap(variants);
}

function variants(schema: Schema): Schema[] {
  const { anyOf, ...rest } = resolved(schema);
  return [rest, ...(anyOf ?? []).flatMap(variants)];
}

/** `#/components/schemas/Filter` → what stands there */
function resolved<T extends { $ref?: string }>(part: T): T {
  return part.$ref === undefined
    ? part
    : resolved(
        part.$ref
          .split('/')
          .slice(1)
          .reduce((at: any, name) => at[name], openapi) as T,
      );
}
