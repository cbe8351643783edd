// SPDX-License-Identifier: Apache-2.0
import { type TileId, TILE_WIDTH } from './tiles';

const HIGHEST_LEVEL = 63;
const GROUP = 1000;
const PATH = /^((?:x\d{3}\/)*\d{3})(?:\.p\/([1-9]\d{0,2}))?$/;

/**
 * A tile as clients of C2SP tlog-tiles ask for it. `entries` stands for the
 * log entries below a tile of level 0.
 *
 * @public
 */
export interface TileRequest {
  level: number | 'entries';
  index: number;
  /** Hashes or entries that the client wants; 256 is a full tile. */
  width: number;
}

/**
 * `LEVEL/INDEX[.p/WIDTH]`, the index in groups of three digits.
 *
 * @public
 */
export function tilePath({ level, index }: TileId, width = TILE_WIDTH): string {
  const groups = [index % GROUP];
  for (let rest = Math.floor(index / GROUP); rest > 0; ) {
    groups.unshift(rest % GROUP);
    rest = Math.floor(rest / GROUP);
  }
  const path = groups
    .map(group => String(group).padStart(3, '0'))
    .join('/x')
    .replace(/^(?=.*\/)/, 'x')
    .replace(/\/x(\d{3})$/, '/$1');
  return `${level}/${path}${width === TILE_WIDTH ? '' : `.p/${width}`}`;
}

/**
 * Reads what follows `tile/` in the address of a tile.
 *
 * @returns `null` when it is not the one spelling that a tile has
 * @public
 */
export function parseTilePath(
  levelText: string,
  path: string,
): TileRequest | null {
  const level = levelText === 'entries' ? levelText : readLevel(levelText);
  const match = PATH.exec(path);
  if (level === null || !match) {
    return null;
  }
  const [, groups, widthText] = match;
  const index = Number(groups.replace(/[x/]/g, ''));
  const width = widthText === undefined ? TILE_WIDTH : Number(widthText);
  // First: of an infinite index the spelling would have no end.
  return Number.isSafeInteger(index) &&
    tilePath({ level: 0, index }) === `0/${groups}` &&
    (widthText === undefined || width < TILE_WIDTH)
    ? { level, index, width }
    : null;
}

function readLevel(text: string): number | null {
  return /^(0|[1-9]\d?)$/.test(text) && Number(text) <= HIGHEST_LEVEL
    ? Number(text)
    : null;
}
