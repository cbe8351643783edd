// SPDX-License-Identifier: Apache-2.0
import { concatBytes } from '@noble/hashes/utils';
import { HASH_SIZE, nodeHash } from './hash';
import type { Subtree } from './ranges';

/** Hashes of a full tile (C2SP tlog-tiles). @public */
export const TILE_WIDTH = 256;

const TILE_HEIGHT = 8;

/**
 * Which tile: level 0 has the leaves, each level above the roots of the full
 * tiles below.
 *
 * @public
 */
export interface TileId {
  level: number;
  index: number;
}

/** A tile and its hashes, one after the other. @public */
export interface Tile extends TileId {
  hashes: Uint8Array;
}

/** How many hashes a tile has in a tree of that size. @public */
export function tileWidth({ level, index }: TileId, size: number): number {
  const atLevel = Math.floor(size / TILE_WIDTH ** level);
  return Math.max(0, Math.min(TILE_WIDTH, atLevel - index * TILE_WIDTH));
}

/**
 * The tile in which a complete subtree is found.
 *
 * @public
 */
export function tileOf({ height, index }: Subtree): TileId {
  const level = Math.floor(height / TILE_HEIGHT);
  const first = index * 2 ** (height % TILE_HEIGHT);
  return { level, index: Math.floor(first / TILE_WIDTH) };
}

/**
 * Hash of a complete subtree from the tile that `tileOf` names.
 *
 * @public
 */
export function hashInTile(
  { height, index }: Subtree,
  hashes: Uint8Array,
): Uint8Array {
  const width = 2 ** (height % TILE_HEIGHT);
  const first = (index * width) % TILE_WIDTH;
  return rootOf(hashes, first, width);
}

/**
 * The nth hash of a tile. @throws Error when the tile is too short.
 *
 * @public
 */
export function hashAt(hashes: Uint8Array, n: number): Uint8Array {
  const end = (n + 1) * HASH_SIZE;
  if (hashes.length < end) {
    throw new Error(`A tile lacks its hash ${n}`);
  }
  return hashes.subarray(n * HASH_SIZE, end);
}

/** Hash over `width` hashes of a tile, a power of two, from the nth on. */
function rootOf(hashes: Uint8Array, first: number, width: number): Uint8Array {
  let level = Array.from({ length: width }, (_, i) =>
    hashAt(hashes, first + i),
  );
  while (level.length > 1) {
    const below = level;
    level = Array.from({ length: below.length / 2 }, (_, i) =>
      nodeHash(below[2 * i], below[2 * i + 1]),
    );
  }
  return level[0];
}

/**
 * Appends leaves to a tree that is kept as tiles.
 *
 * @param size - leaves so far
 * @param edge - the unfinished tiles at that size; levels without one are
 * left out
 * @returns every tile that is new or has grown, and those unfinished now
 *
 * @public
 */
export function appendLeaves(
  size: number,
  edge: Tile[],
  leaves: Uint8Array[],
): { changed: Tile[]; edge: Tile[] } {
  const changed: Tile[] = [];
  const open: Tile[] = [];
  let level = 0;
  let arriving = leaves;
  let present = size;
  while (arriving.length > 0) {
    let index = Math.floor(present / TILE_WIDTH);
    let hashes = hashesAt(edge, level);
    const finished: Uint8Array[] = [];
    for (let taken = 0; taken < arriving.length; ) {
      const room = TILE_WIDTH - hashes.length / HASH_SIZE;
      const more = arriving.slice(taken, taken + room);
      taken += more.length;
      hashes = concatBytes(hashes, ...more);
      changed.push({ level, index, hashes });
      if (hashes.length === TILE_WIDTH * HASH_SIZE) {
        finished.push(rootOf(hashes, 0, TILE_WIDTH));
        index += 1;
        hashes = new Uint8Array();
      }
    }
    if (hashes.length > 0) {
      open.push({ level, index, hashes });
    }
    present = Math.floor(present / TILE_WIDTH);
    arriving = finished;
    level += 1;
  }
  return { changed, edge: [...open, ...edge.filter(t => t.level >= level)] };
}

function hashesAt(edge: Tile[], level: number): Uint8Array {
  const unfinished = edge.find(tile => tile.level === level);
  return unfinished?.hashes ?? new Uint8Array();
}
