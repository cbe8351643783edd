// SPDX-License-Identifier: Apache-2.0
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { emptyWorld, type WorldStore } from './product';

/** A cluster in a file: it outlives the process that works on it. */
export function fileWorld(path: string): WorldStore {
  return {
    read: () => JSON.parse(readFileSync(path, 'utf8')),
    // Whole or not at all, whenever the process dies.
    write(world) {
      const next = `${path}.${process.pid}`;
      writeFileSync(next, JSON.stringify(world));
      renameSync(next, path);
    },
  };
}

/** A fresh, empty one. */
export function newFileWorld(path: string): WorldStore {
  const world = fileWorld(path);
  world.write(emptyWorld());
  return world;
}
