// SPDX-License-Identifier: Apache-2.0
import {
  TILE_WIDTH,
  type TileRequest,
  tileWidth,
} from '@preview-environments/backstage-plugin-preview-common/transparency';
import type { Knex } from 'knex';
import { loadTiles } from '../seal/tileRows';
import { entriesBetween } from './bundleRows';

const HASH_SIZE = 32;
const LENGTH_SIZE = 2;

/**
 * The bytes of a tile as C2SP tlog-tiles serves them.
 *
 * @returns `null` when the log of that size has no such tile
 */
export async function readTile(
  trx: Knex.Transaction,
  { level, index, width }: TileRequest,
  size: number,
): Promise<Buffer | null> {
  const id = { level: level === 'entries' ? 0 : level, index };
  if (tileWidth(id, size) < width) {
    return null;
  }
  if (level !== 'entries') {
    const [tile] = await loadTiles(trx, [id]);
    return tile
      ? Buffer.from(tile.hashes.subarray(0, width * HASH_SIZE))
      : null;
  }
  const from = index * TILE_WIDTH;
  const rows = await entriesBetween(trx, from, from + width);
  return Buffer.concat(
    rows.map(({ entry }) => {
      const bytes = Buffer.from(entry, 'hex');
      const length = Buffer.alloc(LENGTH_SIZE);
      length.writeUInt16BE(bytes.length);
      return Buffer.concat([length, bytes]);
    }),
  );
}
