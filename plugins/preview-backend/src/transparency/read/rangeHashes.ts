// SPDX-License-Identifier: Apache-2.0
import {
  hashInTile,
  joinSubtrees,
  type LeafRange,
  subtreesOf,
  tileOf,
} from '@preview-environments/backstage-plugin-preview-common/transparency';
import type { Knex } from 'knex';
import { loadTiles } from '../seal/tileRows';

/**
 * Hashes of ranges that a split of a tree has made, in one query over the few
 * tiles that they need.
 */
export async function rangeHashes(
  trx: Knex.Transaction,
  ranges: LeafRange[],
): Promise<Uint8Array[]> {
  const name = ({ level, index }: { level: number; index: number }) =>
    `${level}/${index}`;
  const subtrees = ranges.map(subtreesOf);
  const ids = new Map(
    subtrees
      .flat()
      .map(tileOf)
      .map(id => [name(id), id]),
  );
  const tiles = await loadTiles(trx, [...ids.values()]);
  const hashesOf = new Map(tiles.map(tile => [name(tile), tile.hashes]));
  return subtrees.map(parts =>
    joinSubtrees(
      parts.map(part =>
        hashInTile(part, hashesOf.get(name(tileOf(part))) ?? new Uint8Array()),
      ),
    ),
  );
}
