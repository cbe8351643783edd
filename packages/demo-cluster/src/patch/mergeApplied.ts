// SPDX-License-Identifier: Apache-2.0
import { ANY, Schema } from '../kinds/Schema';
import { Json } from '../objects';
import { keyStep, stepsBelow } from './fieldWalk';

/** Lays what was applied over the live object. Lists and maps merge as the schema says. */
export function overlay(live: Json, applied: Json, schema: Schema): Json {
  const steps = stepsBelow(applied, schema);
  if (live === null || typeof live !== 'object') return applied;
  // An empty map that merges asks for nothing.
  if (!steps) return isHollow(applied) && isMerged(schema) ? live : applied;
  if (schema.type === 'list') {
    if (!Array.isArray(live)) return applied;
    return schema.keys
      ? overlayKeyed(live, applied, schema.keys, schema.of)
      : [...new Set([...live, ...applied])];
  }
  const merged = { ...live };
  for (const { step, value, schema: of } of steps) {
    const key = step.slice(2);
    merged[key] = key in live ? overlay(live[key], value, of) : value;
  }
  return merged;
}

function overlayKeyed(
  live: Json[],
  applied: Json[],
  keys: string[],
  of: Schema,
): Json[] {
  const wanted = new Map(applied.map(item => [keyStep(item, keys), item]));
  const kept = live.map(item => {
    const mine = wanted.get(keyStep(item, keys));
    wanted.delete(keyStep(item, keys));
    return mine ? overlay(item, mine, of) : item;
  });
  return [...kept, ...wanted.values()];
}

/** Takes the field at a path out of an object. */
export function removeAt(object: Json, path: string[], schema: Schema): Json {
  const [step, ...rest] = path;
  if (object === null || typeof object !== 'object') return object;
  if (Array.isArray(object)) {
    if (schema.type !== 'list') return object;
    const same = (item: Json) =>
      step.startsWith('v:')
        ? `v:${JSON.stringify(item)}` === step
        : schema.keys !== undefined && keyStep(item, schema.keys) === step;
    return rest.length
      ? object.map(item =>
          same(item) ? removeAt(item, rest, schema.of) : item,
        )
      : object.filter(item => !same(item));
  }
  const key = step.slice(2);
  if (!(key in object)) return object;
  const { [key]: below, ...others } = object;
  if (!rest.length) return others;
  const next = removeAt(below, rest, fieldSchema(schema, key));
  return isHollow(next) && !isHollow(below)
    ? others
    : { ...object, [key]: next };
}

function fieldSchema(schema: Schema, key: string): Schema {
  if (schema.type === 'map') return schema.of;
  return schema.type === 'object' ? schema.fields()[key] ?? ANY : ANY;
}

function isMerged(schema: Schema): boolean {
  if (schema.type === 'list')
    return schema.keys !== undefined || schema.set === true;
  return (schema.type === 'object' || schema.type === 'map') && !schema.atomic;
}

function isHollow(value: Json): boolean {
  return (
    value !== null &&
    typeof value === 'object' &&
    Object.keys(value).length === 0
  );
}

/** The value at a path; undefined where nothing is. */
export function valueAt(object: Json, path: string[], schema: Schema): Json {
  let at = object;
  let of = schema;
  for (const step of path) {
    const found = stepsBelow(at, of)?.find(below => below.step === step);
    if (!found) return undefined;
    at = found.value;
    of = found.schema;
  }
  return at;
}
