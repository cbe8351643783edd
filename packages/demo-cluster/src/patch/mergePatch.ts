// SPDX-License-Identifier: Apache-2.0
import { Json } from '../objects';

/** RFC 7396: objects merge, null removes, everything else replaces. */
export function mergePatch(target: Json, patch: Json): Json {
  if (patch === null || typeof patch !== 'object' || Array.isArray(patch))
    return patch;
  const isObject =
    target !== null && typeof target === 'object' && !Array.isArray(target);
  const result: Json = isObject ? { ...target } : {};
  for (const [key, value] of Object.entries(patch)) {
    if (value === null) delete result[key];
    else result[key] = mergePatch(result[key], value);
  }
  return result;
}
