// SPDX-License-Identifier: Apache-2.0
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';

/** Replaces a file that only its owner may read, whole or not at all. */
export function writePrivate(path: string, content: unknown): void {
  const text =
    typeof content === 'string' ? content : JSON.stringify(content, null, 2);
  writeFileSync(`${path}.new`, text, { mode: 0o600 });
  renameSync(`${path}.new`, path);
}

/** Reads a JSON file, or writes the value that it should hold from now on. */
export function readOrCreate<T>(path: string, create: () => T): T {
  if (existsSync(path)) return JSON.parse(readFileSync(path, 'utf8'));
  const value = create();
  writePrivate(path, value);
  return value;
}
