// SPDX-License-Identifier: Apache-2.0
import { Json } from '../objects';

/** A set of fields in the shape of `fieldsV1`: `{}` is a member, `.` the item itself. */
export type FieldSet = { [path: string]: FieldSet };

const isLeaf = (set: FieldSet): boolean => Object.keys(set).length === 0;

/** Adds a path to a set. */
export function addPath(set: FieldSet, path: string[]): void {
  path.reduce((at, step) => (at[step] ??= {}), set);
}

/** All paths of a set, including those of items themselves. */
export function pathsOf(set: FieldSet, prefix: string[] = []): string[][] {
  return Object.entries(set).flatMap(([step, below]) => {
    if (step === '.') return [prefix];
    const path = [...prefix, step];
    return isLeaf(below) ? [path] : pathsOf(below, path);
  });
}

export function hasPath(set: FieldSet, path: string[]): boolean {
  let at: FieldSet | undefined = set;
  for (const step of path) at = at?.[step];
  return at !== undefined && (isLeaf(at) || at['.'] !== undefined);
}

/** The path or something below it is a member. */
export function touches(set: FieldSet, path: string[]): boolean {
  let at: FieldSet | undefined = set;
  for (const step of path) at = at?.[step];
  return at !== undefined;
}

export function setOf(paths: string[][]): FieldSet {
  const set: FieldSet = {};
  const longer = new Set(
    paths.flatMap(path =>
      path.slice(0, -1).map((_, end) => path.slice(0, end + 1).join('\0')),
    ),
  );
  for (const path of paths) {
    addPath(
      set,
      path.length && longer.has(path.join('\0')) ? [...path, '.'] : path,
    );
  }
  return set;
}

export function without(set: FieldSet, removed: string[][]): FieldSet {
  const gone = new Set(removed.map(path => path.join('\0')));
  return setOf(pathsOf(set).filter(path => !gone.has(path.join('\0'))));
}

export function union(a: FieldSet, b: FieldSet): FieldSet {
  return setOf([...pathsOf(a), ...pathsOf(b)]);
}

export function isEmpty(set: FieldSet): boolean {
  return isLeaf(set);
}

/** `.spec.template.spec.containers[name="app"].image` */
export function showPath(path: string[]): string {
  return path
    .map(step => {
      if (step.startsWith('f:')) return `.${step.slice(2)}`;
      if (step.startsWith('v:')) return `[=${step.slice(2)}]`;
      const keys: Json = JSON.parse(step.slice(2));
      return `[${Object.entries(keys)
        .map(([key, value]) => `${key}=${JSON.stringify(value)}`)
        .join(',')}]`;
    })
    .join('');
}
