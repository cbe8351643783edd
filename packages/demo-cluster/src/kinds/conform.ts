// SPDX-License-Identifier: Apache-2.0
import { Json } from '../objects';
import { holdsQuantities } from './modelSchema';
import { Schema } from './Schema';

/** What an object has too much of, and what has the wrong type. */
export interface Conformance {
  value: Json;
  unknown: string[];
  mistyped: string[];
}

/**
 * Fits a decoded body to a schema: drops fields that the schema does not know (and names them),
 * drops nulls as Go's decoder does, and names fields of a wrong type. Built-in types also lose empty
 * lists and maps on their way through Go (`dropEmpty`).
 */
export function conform(
  body: Json,
  schema: Schema,
  dropEmpty = false,
): Conformance {
  const unknown: string[] = [];
  const mistyped: string[] = [];
  const value = fit(body, schema, '');
  return { value, unknown, mistyped };

  function fit(at: Json, expected: Schema, path: string): Json {
    switch (expected.type) {
      case 'any':
        return at;
      case 'object':
        return isMap(at, path, 'object')
          ? fitFields(at, expected.fields(), path)
          : undefined;
      case 'map':
        return isMap(at, path, 'object')
          ? fitMap(at, expected.of, path)
          : undefined;
      case 'list':
        if (!Array.isArray(at)) return wrong(at, path, 'array');
        return at.map((item, index) =>
          fit(item, expected.of, `${path}[${index}]`),
        );
      default:
        return matchesScalar(at, expected.type)
          ? at
          : wrong(at, path, expected.type);
    }
  }

  function fitFields(
    at: Json,
    fields: Record<string, Schema>,
    path: string,
  ): Json {
    const result: Json = {};
    for (const [key, item] of Object.entries(at)) {
      const here = path ? `${path}.${key}` : key;
      if (!Object.hasOwn(fields, key)) unknown.push(here);
      else if (
        item !== null &&
        item !== undefined &&
        !(dropEmpty && isEmptyCollection(item, fields[key]))
      ) {
        result[key] = holdsQuantities(key)
          ? fitQuantities(item, fields[key], here)
          : fit(item, fields[key], here);
      }
    }
    return result;
  }

  function fitMap(at: Json, of: Schema, path: string): Json {
    return Object.fromEntries(
      Object.entries(at).map(([key, item]) => [
        key,
        fit(item, of, `${path}.${key}`),
      ]),
    );
  }

  function fitQuantities(at: Json, expected: Schema, path: string): Json {
    if (expected.type !== 'map' || !isMap(at, path, 'object'))
      return fit(at, expected, path);
    return Object.fromEntries(
      Object.entries(at).map(([key, item]) => [key, String(item)]),
    );
  }

  function isMap(at: Json, path: string, type: string): boolean {
    if (at !== null && typeof at === 'object' && !Array.isArray(at))
      return true;
    wrong(at, path, type);
    return false;
  }

  function wrong(at: Json, path: string, type: string): undefined {
    const found = Array.isArray(at) ? 'array' : typeof at;
    const names: Record<string, string> = {
      integer: 'int32',
      time: 'Time',
      boolean: 'bool',
    };
    mistyped.push(
      `cannot unmarshal ${found} into Go struct field .${path} of type ${
        names[type] ?? type
      }`,
    );
    return undefined;
  }
}

function isEmptyCollection(value: Json, { type }: Schema): boolean {
  return (
    (type === 'list' || type === 'map') &&
    typeof value === 'object' &&
    Object.keys(value).length === 0
  );
}

function matchesScalar(value: Json, type: string): boolean {
  switch (type) {
    case 'string':
      return typeof value === 'string';
    case 'time':
      return typeof value === 'string' && !Number.isNaN(Date.parse(value));
    case 'integer':
      return Number.isInteger(value);
    case 'number':
      return typeof value === 'number';
    case 'boolean':
      return typeof value === 'boolean';
    case 'intOrString':
      return typeof value === 'string' || Number.isInteger(value);
    default:
      return true;
  }
}
