// SPDX-License-Identifier: Apache-2.0
import type { Problem } from '@preview-environments/backstage-plugin-preview-node';

/** One object of a memory cluster; `owner` is the uid of a root. */
export interface MemoryObject {
  uid: string;
  kind: 'root' | 'pods' | 'service' | 'route';
  name: string;
  sessionId: string;
  key: string;
  namespace: string;
  owner: string | null;
  /** Of `pods`: revision and image; of `service`: the revision it selects. */
  revision: number | null;
  image: string | null;
  /** Of `route`: which requests it takes, as JSON. */
  filter: string | null;
  /** Of a root: when the cluster removes it, and the deadline as annotated. */
  backstopAt: number | null;
  expiresAt: number | null;
  terminating: boolean;
}

/** How the pods of an image fare. */
export type PodFate = 'ready' | 'coming' | Problem;

/** Everything that a memory cluster holds; plain data. */
export interface MemoryWorld {
  nextUid: number;
  objects: MemoryObject[];
  /** By image; `ready` where nothing is said. */
  fates: Record<string, PodFate>;
  /** Where a tag was moved: digest by image. */
  digests: Record<string, string>;
  /** Workloads that were deleted, as `namespace/target`. */
  goneTargets: string[];
  route: 'accepts' | 'pending' | Problem;
  verification: 'verified' | 'failed' | 'leak' | 'not-checked';
  /** Objects stay `terminating` until {@link finishRemovals}. */
  slowRemoval: boolean;
}

export function emptyWorld(): MemoryWorld {
  return {
    nextUid: 1,
    objects: [],
    fates: {},
    digests: {},
    goneTargets: [],
    route: 'accepts',
    verification: 'verified',
    slowRemoval: false,
  };
}

/** Where a world is kept; a crash test keeps it outside the process. */
export interface WorldStore {
  read(): MemoryWorld;
  write(world: MemoryWorld): void;
}

/** A world in this process; shared by all drivers that are given it. */
export function inProcessWorld(world: MemoryWorld = emptyWorld()): WorldStore {
  let text = JSON.stringify(world);
  return {
    read: () => JSON.parse(text),
    write: next => {
      text = JSON.stringify(next);
    },
  };
}

/** Changes a world as somebody outside would. */
export function change(
  store: WorldStore,
  edit: (world: MemoryWorld) => void,
): void {
  const world = store.read();
  edit(world);
  store.write(world);
}

/** What a cluster's own controllers do: deadlines and garbage collection. */
export function settle(world: MemoryWorld, now: number): void {
  const due = world.objects.filter(
    each => each.kind === 'root' && (each.backstopAt ?? Infinity) <= now,
  );
  due.forEach(root => removeRoot(world, root.uid));
  if (!world.slowRemoval) {
    finishRemovals(world);
  }
}

/** Deletes a root with background propagation: the tree follows. */
export function removeRoot(world: MemoryWorld, uid: string): void {
  world.objects
    .filter(each => each.uid === uid || each.owner === uid)
    .forEach(each => {
      each.terminating = true;
    });
}

/** Grace periods are over. */
export function finishRemovals(world: MemoryWorld): void {
  world.objects = world.objects.filter(each => !each.terminating);
}
