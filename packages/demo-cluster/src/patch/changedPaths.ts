// SPDX-License-Identifier: Apache-2.0
import { equalJson } from '../json';
import { Schema } from '../kinds/Schema';
import { Json } from '../objects';
import { isServerOwned, ownedPaths, stepsBelow } from './fieldWalk';

export interface Changes {
  /** Added or changed. */
  set: string[][];
  removed: string[][];
}

/** What a write that is not an apply did to an object, field by field. */
export function changedPaths(
  before: Json,
  after: Json,
  schema: Schema,
  path: string[] = [],
): Changes {
  if (equalJson(before, after)) return { set: [], removed: [] };
  const from = stepsBelow(before, schema);
  const to = stepsBelow(after, schema);
  if (!from || !to) {
    return {
      set: after === undefined ? [] : ownedPaths(after, schema, path),
      removed: from ? ownedPaths(before, schema, path) : [],
    };
  }
  const old = new Map(from.map(step => [step.step, step]));
  const present = new Set(to.map(({ step }) => step));
  const changes: Changes = { set: [], removed: [] };
  for (const { step, value, schema: of } of to) {
    const here = [...path, step];
    if (isServerOwned(here)) continue;
    const was = old.get(step);
    const below = was
      ? changedPaths(was.value, value, of, here)
      : { set: ownedPaths(value, of, here), removed: [] };
    changes.set.push(...below.set);
    changes.removed.push(...below.removed);
  }
  for (const { step, value, schema: of } of from) {
    const here = [...path, step];
    if (!present.has(step) && !isServerOwned(here))
      changes.removed.push(...ownedPaths(value, of, here));
  }
  return changes;
}
