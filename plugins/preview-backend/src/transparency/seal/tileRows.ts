// SPDX-License-Identifier: Apache-2.0
import {
  type Tile,
  type TileId,
  TILE_WIDTH,
  tileWidth,
} from '@preview-environments/backstage-plugin-preview-common/transparency';
import type { Knex } from 'knex';

const HASH_SIZE = 32;

/** Reads tiles by their ids; those that do not exist are left out. */
export async function loadTiles(
  trx: Knex.Transaction,
  ids: TileId[],
): Promise<Tile[]> {
  if (ids.length === 0) {
    return [];
  }
  const rows = await trx('audit_tiles')
    .select('level', 'tile_index', 'hashes')
    .whereIn(
      ['level', 'tile_index'],
      ids.map(({ level, index }) => [level, index]),
    );
  return rows.map(row => ({
    level: row.level,
    index: Number(row.tile_index),
    hashes: new Uint8Array(row.hashes),
  }));
}

/**
 * The unfinished tiles of a log of that size.
 *
 * @throws Error when one is missing or of another size
 */
export async function loadEdge(
  trx: Knex.Transaction,
  size: number,
): Promise<Tile[]> {
  const ids: TileId[] = [];
  for (let level = 0; size >= TILE_WIDTH ** level; level += 1) {
    const index = Math.floor(size / TILE_WIDTH ** (level + 1));
    if (tileWidth({ level, index }, size) > 0) {
      ids.push({ level, index });
    }
  }
  const tiles = await loadTiles(trx, ids);
  const whole =
    tiles.length === ids.length &&
    tiles.every(
      tile => tile.hashes.length === HASH_SIZE * tileWidth(tile, size),
    );
  if (!whole) {
    throw new Error(
      `The tiles of the audit log do not fit its size of ${size}: it was changed by hand`,
    );
  }
  return tiles;
}

/** Writes tiles that are new or have grown. */
export async function saveTiles(
  trx: Knex.Transaction,
  tiles: Tile[],
): Promise<void> {
  for (const { level, index, hashes } of tiles) {
    await trx('audit_tiles')
      .insert({ level, tile_index: index, hashes: Buffer.from(hashes) })
      .onConflict(['level', 'tile_index'])
      .merge(['hashes']);
  }
}
