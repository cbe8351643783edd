// SPDX-License-Identifier: Apache-2.0
import { ANY, Schema } from '../kinds/Schema';
import { Json } from '../objects';

/** Strategic lists go by one key only. */
const PATCH_KEYS: Record<string, string> = {
  'containerPort,protocol': 'containerPort',
  'port,protocol': 'port',
};

/**
 * A strategic merge patch: keyed lists merge entry by entry. Understands `$patch: delete | replace`,
 * `$deleteFromPrimitiveList`, and ignores `$setElementOrder`.
 */
export function strategicMergePatch(
  target: Json,
  patch: Json,
  schema: Schema,
): Json {
  if (Array.isArray(patch))
    return mergeList(Array.isArray(target) ? target : [], patch, schema);
  if (patch === null || typeof patch !== 'object') return patch;
  if (patch.$patch === 'replace') {
    const { $patch: _directive, ...rest } = patch;
    return rest;
  }
  if (patch.$patch === 'delete') return undefined;
  const result: Json =
    target !== null && typeof target === 'object' && !Array.isArray(target)
      ? { ...target }
      : {};
  for (const [key, value] of Object.entries<Json>(patch)) {
    if (key.startsWith('$setElementOrder/') || key === '$retainKeys') continue;
    const list = /^\$deleteFromPrimitiveList\/(.*)$/.exec(key);
    if (list)
      result[list[1]] = (result[list[1]] ?? []).filter(
        (item: Json) => !value.includes(item),
      );
    else if (value === null) delete result[key];
    else
      result[key] = strategicMergePatch(
        result[key],
        value,
        fieldSchema(schema, key),
      );
  }
  return result;
}

function fieldSchema(schema: Schema, key: string): Schema {
  if (schema.type === 'map') return schema.of;
  return schema.type === 'object' ? schema.fields()[key] ?? ANY : ANY;
}

function mergeList(target: Json[], patch: Json[], schema: Schema): Json[] {
  if (schema.type !== 'list') return patch;
  if (schema.set) return [...new Set([...target, ...patch])];
  if (!schema.keys) return patch;
  if (patch.some(item => item?.$patch === 'replace'))
    return patch.filter(item => item?.$patch === undefined);
  const key = PATCH_KEYS[schema.keys.join(',')] ?? schema.keys[0];
  const result = [...target];
  for (const item of patch) {
    const index = result.findIndex(present => present?.[key] === item?.[key]);
    if (item?.$patch === 'delete') {
      if (index >= 0) result.splice(index, 1);
    } else if (index < 0) result.push(strategicMergePatch({}, item, schema.of));
    else result[index] = strategicMergePatch(result[index], item, schema.of);
  }
  return result;
}
