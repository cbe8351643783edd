// SPDX-License-Identifier: Apache-2.0
/** @jest-environment node */
import { createHash } from 'node:crypto';
import { EMPTY_ROOT, leafHash } from './hash';
import { checkConsistency, checkInclusion } from './proofs';
import {
  consistencyRanges,
  inclusionRanges,
  joinSubtrees,
  type LeafRange,
  type Subtree,
  subtreesOf,
} from './ranges';
import {
  appendLeaves,
  hashInTile,
  type Tile,
  tileOf,
  tileWidth,
} from './tiles';
import { TreeBuilder } from './TreeBuilder';

const LARGEST = 2_000;
const entries = Array.from({ length: LARGEST }, (_, n) =>
  new TextEncoder().encode(`entry ${n}`),
);
const leaves = entries.map(leafHash);

/** The definition of RFC 6962, word for word, on another hash function. */
const known = new Map<string, Uint8Array>();
function naive(start: number, end: number): Uint8Array {
  const name = `${start}-${end}`;
  const sha = (...parts: Uint8Array[]) =>
    new Uint8Array(createHash('sha256').update(Buffer.concat(parts)).digest());
  const compute = () => {
    const n = end - start;
    if (n === 0) return sha();
    if (n === 1) return sha(Uint8Array.of(0), entries[start]);
    let k = 1;
    while (k * 2 < n) k *= 2;
    return sha(
      Uint8Array.of(1),
      naive(start, start + k),
      naive(start + k, end),
    );
  };
  const hash = known.get(name) ?? compute();
  known.set(name, hash);
  return hash;
}

const sizes = Array.from({ length: LARGEST + 1 }, (_, n) => n);
/** Leaves at both ends, in the middle, and one by chance. */
const some = (size: number) =>
  [0, 1, 2, size >> 1, size - 3, size - 2, size - 1, (size * 7919) % size]
    .filter(n => n >= 0 && n < size)
    .filter((n, i, all) => all.indexOf(n) === i);

describe('trees of 0 to 2,000 leaves', () => {
  const tiles = new Map<string, Tile>();
  let edge: Tile[] = [];
  let size = 0;
  const keep = (changed: Tile[]) =>
    changed.forEach(tile => tiles.set(`${tile.level}/${tile.index}`, tile));
  const computed = new Map<string, Uint8Array>();
  const subtreeHash = (subtree: Subtree) => {
    const name = `${subtree.height}/${subtree.index}`;
    const { level, index } = tileOf(subtree);
    const tile = tiles.get(`${level}/${index}`)!;
    const hash = computed.get(name) ?? hashInTile(subtree, tile.hashes);
    computed.set(name, hash);
    return hash;
  };
  const rangeHash = (range: LeafRange) =>
    joinSubtrees(subtreesOf(range).map(subtreeHash));

  beforeAll(() => {
    // In lots of odd sizes, as sealing does.
    for (let lot = 1; size < LARGEST; lot = (lot * 5) % 97) {
      const arriving = leaves.slice(size, Math.min(size + lot, LARGEST));
      const grown = appendLeaves(size, edge, arriving);
      keep(grown.changed);
      edge = grown.edge;
      size += arriving.length;
    }
  });

  it('have the root that the definition says, leaf by leaf and by tiles', () => {
    const builder = new TreeBuilder();
    expect(builder.root()).toEqual(EMPTY_ROOT);
    for (const n of sizes) {
      expect(rangeHash({ start: 0, end: n })).toEqual(naive(0, n));
      expect(builder.root()).toEqual(naive(0, n));
      if (n < LARGEST) builder.add(leaves[n]);
    }
  });

  it('keep tiles of the widths that their size demands', () => {
    for (const tile of tiles.values()) {
      expect(tile.hashes.length / 32).toBe(tileWidth(tile, LARGEST));
    }
    expect(tileWidth({ level: 0, index: 273 }, 70_000)).toBe(112);
    expect(tileWidth({ level: 1, index: 1 }, 70_000)).toBe(17);
    expect(tileWidth({ level: 2, index: 0 }, 70_000)).toBe(1);
    expect(tileWidth({ level: 3, index: 0 }, 70_000)).toBe(0);
  });

  it('prove each leaf, and no other', () => {
    for (const n of sizes.slice(1)) {
      const root = naive(0, n);
      for (const index of some(n)) {
        const proof = inclusionRanges(index, n).map(rangeHash);
        const claim = { index, size: n, leaf: leaves[index], root, proof };
        expect(checkInclusion(claim)).toBeNull();
        const other = { ...claim, leaf: leaves[(index + 1) % LARGEST] };
        expect(checkInclusion(other)).toMatch('another root');
      }
    }
  });

  it('prove each growth, and no other', () => {
    for (const to of sizes) {
      for (const from of some(to + 1).filter(n => n > 0)) {
        const proof = consistencyRanges(from, to).map(rangeHash);
        const fromRoot = naive(0, from);
        const toRoot = naive(0, to);
        const claim = { from, to, fromRoot, toRoot, proof };
        expect(checkConsistency(claim)).toBeNull();
        const other = {
          ...claim,
          fromRoot: naive(
            0,
            from % 2 ? from - 1 : Math.min(from + 1, LARGEST - 1),
          ),
        };
        expect(checkConsistency(other)).not.toBeNull();
      }
    }
  });
});
