// SPDX-License-Identifier: Apache-2.0
import { KEY_DEFAULTS } from '../kinds/mergeKeys';
import { ANY, Schema } from '../kinds/Schema';
import { Json } from '../objects';

/** One step down from a value: how the step is written, what lies there and by which schema. */
export interface Step {
  step: string;
  value: Json;
  schema: Schema;
}

/** `k:{…}` of an entry of a keyed list. */
export function keyStep(item: Json, keys: string[]): string {
  const chosen = Object.fromEntries(
    [...keys].sort().map(key => [key, item?.[key] ?? KEY_DEFAULTS[key]]),
  );
  return `k:${JSON.stringify(chosen)}`;
}

/** The steps below a value; undefined when it is owned and replaced as one. */
export function stepsBelow(value: Json, schema: Schema): Step[] | undefined {
  if (value === null || typeof value !== 'object') return undefined;
  switch (schema.type) {
    case 'object':
    case 'map': {
      if (schema.atomic || Array.isArray(value)) return undefined;
      const entries = Object.entries(value).filter(
        ([, item]) => item !== undefined,
      );
      if (entries.length === 0) return undefined;
      return entries.map(([key, item]) => ({
        step: `f:${key}`,
        value: item,
        schema: schema.type === 'map' ? schema.of : schema.fields()[key] ?? ANY,
      }));
    }
    case 'list':
      if (!Array.isArray(value) || value.length === 0) return undefined;
      if (schema.set) {
        return value.map(item => ({
          step: `v:${JSON.stringify(item)}`,
          value: item,
          schema: schema.of,
        }));
      }
      if (schema.keys) {
        const { keys, of } = schema;
        return value.map(item => ({
          step: keyStep(item, keys),
          value: item,
          schema: of,
        }));
      }
      return undefined;
    default:
      return undefined;
  }
}

/** Never owned by a manager: the server keeps them. */
const SERVER_OWNED = [
  'f:apiVersion',
  'f:kind',
  'f:metadata/f:name',
  'f:metadata/f:namespace',
  'f:metadata/f:generateName',
  'f:metadata/f:uid',
  'f:metadata/f:resourceVersion',
  'f:metadata/f:generation',
  'f:metadata/f:creationTimestamp',
  'f:metadata/f:deletionTimestamp',
  'f:metadata/f:deletionGracePeriodSeconds',
  'f:metadata/f:managedFields',
  'f:metadata/f:selfLink',
];

export function isServerOwned(path: string[]): boolean {
  return path.length <= 2 && SERVER_OWNED.includes(path.join('/'));
}

/** The paths of everything that an object sets: values, and entries of keyed lists themselves. */
export function ownedPaths(
  value: Json,
  schema: Schema,
  path: string[] = [],
): string[][] {
  const steps = stepsBelow(value, schema);
  if (!steps) return path.length ? [path] : [];
  const entry = path[path.length - 1]?.startsWith('k:') ? [path] : [];
  return [
    ...entry,
    ...steps
      .filter(({ step }) => !isServerOwned([...path, step]))
      .flatMap(({ step, value: below, schema: of }) =>
        ownedPaths(below, of, [...path, step]),
      ),
  ];
}
