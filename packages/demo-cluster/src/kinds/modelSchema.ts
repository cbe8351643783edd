// SPDX-License-Identifier: Apache-2.0
import * as clientNode from '@kubernetes/client-node';
import { ATOMIC_MAPS, ATOMIC_MODELS, LIST_KEYS, LIST_SETS } from './mergeKeys';
import { ANY, BOOLEAN, INTEGER, STRING, Schema, objectOf } from './Schema';

interface Attribute {
  baseName: string;
  type: string;
  format: string;
}

const models = clientNode as unknown as Record<
  string,
  { getAttributeTypeMap?(): Attribute[] } | undefined
>;
const made = new Map<string, Schema>();

/** The schema of a built-in type, read from client-node's generated model of that name. */
export function modelSchema(name: string): Schema {
  const known = made.get(name);
  if (known) return known;
  const model = models[name];
  if (!model?.getAttributeTypeMap) return ANY;
  const attributes = model.getAttributeTypeMap();
  const fields = () =>
    Object.fromEntries(
      attributes.map(field => [field.baseName, fieldSchema(name, field)]),
    );
  const schema = objectOf(name, fields, { atomic: ATOMIC_MODELS.has(name) });
  made.set(name, schema);
  return schema;
}

function fieldSchema(
  model: string,
  { baseName, type, format }: Attribute,
): Schema {
  const path = `${model}.${baseName}`;
  const list = /^Array<(.*)>$/.exec(type);
  if (list) {
    const of = typeSchema(list[1], format);
    const keys = baseName === 'conditions' ? ['type'] : LIST_KEYS[path];
    return {
      type: 'list',
      of,
      ...(keys && { keys }),
      ...(LIST_SETS.has(path) && { set: true }),
    };
  }
  // Free-form by contract, though the model calls it an object.
  if (baseName === 'fieldsV1') return ANY;
  const schema = typeSchema(type, format);
  return ATOMIC_MAPS.has(path) && schema.type === 'map'
    ? { ...schema, atomic: true }
    : schema;
}

const QUANTITY_MAPS = /^(limits|requests|hard|used|capacity|allocatable)$/;

function typeSchema(type: string, format: string): Schema {
  const map = /^\{ \[key: string\]: (.*); \}$/.exec(type);
  if (map) return { type: 'map', of: typeSchema(map[1], format) };
  const list = /^Array<(.*)>$/.exec(type);
  if (list) return { type: 'list', of: typeSchema(list[1], format) };
  switch (type) {
    case 'string':
      return STRING;
    case 'number':
      return format.startsWith('int') ? INTEGER : { type: 'number' };
    case 'boolean':
      return BOOLEAN;
    case 'Date':
    case 'V1MicroTime':
      return { type: 'time' };
    case 'IntOrString':
      return { type: 'intOrString' };
    case 'any':
    case 'object':
      return ANY;
    default:
      return modelSchema(type);
  }
}

/** Maps of resource amounts, where a bare number is as good as text. */
export function holdsQuantities(field: string): boolean {
  return QUANTITY_MAPS.test(field);
}
