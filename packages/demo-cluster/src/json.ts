// SPDX-License-Identifier: Apache-2.0
import { Json } from './objects';

const isObject = (value: Json): boolean =>
  value !== null && typeof value === 'object';

/** Whether two values are the same on the wire: order of keys does not count, undefined is absent. */
export function equalJson(a: Json, b: Json): boolean {
  if (a === b) return true;
  if (!isObject(a) || !isObject(b) || Array.isArray(a) !== Array.isArray(b))
    return false;
  if (Array.isArray(a))
    return (
      a.length === b.length &&
      a.every((item, index) => equalJson(item, b[index]))
    );
  const present = (value: Json) =>
    Object.keys(value).filter(key => value[key] !== undefined);
  const keys = present(a);
  return (
    keys.length === present(b).length &&
    keys.every(key => equalJson(a[key], b[key]))
  );
}

/** A copy that shares nothing. Undefined members are left out. */
export function cloneJson<T>(value: T): T {
  if (!isObject(value)) return value;
  if (Array.isArray(value)) return value.map(cloneJson) as T;
  const copy: Json = {};
  for (const [key, item] of Object.entries(value as Json))
    if (item !== undefined) copy[key] = cloneJson(item);
  return copy;
}
