// SPDX-License-Identifier: Apache-2.0
import { EMPTY_ROOT, nodeHash } from './hash';

/**
 * Consecutive leaves `start` (included) to `end` (not included).
 *
 * @public
 */
export interface LeafRange {
  start: number;
  end: number;
}

/**
 * A complete subtree: the `2 ** height` leaves from `index * 2 ** height` on.
 *
 * @public
 */
export interface Subtree {
  height: number;
  index: number;
}

/**
 * The largest power of two below `size` (RFC 6962, 2.1); `size` above 1.
 *
 * @public
 */
export function splitOf(size: number): number {
  let power = 1;
  while (power * 2 < size) {
    power *= 2;
  }
  return power;
}

/**
 * The ranges whose hashes prove that a leaf is in a tree, from the leaf's
 * neighbour up to the child of the root (RFC 6962, 2.1.1).
 *
 * @public
 */
export function inclusionRanges(index: number, size: number): LeafRange[] {
  const ranges: LeafRange[] = [];
  let start = 0;
  let end = size;
  while (end - start > 1) {
    const split = start + splitOf(end - start);
    if (index < split) {
      ranges.push({ start: split, end });
      end = split;
    } else {
      ranges.push({ start, end: split });
      start = split;
    }
  }
  return ranges.reverse();
}

/**
 * The ranges whose hashes prove that a tree of `from` leaves was extended to
 * one of `to` leaves (RFC 6962, 2.1.2).
 *
 * @public
 */
export function consistencyRanges(from: number, to: number): LeafRange[] {
  if (from === 0 || from === to) {
    return [];
  }
  const ranges: LeafRange[] = [];
  let start = 0;
  let end = to;
  while (end !== from) {
    const split = start + splitOf(end - start);
    if (from <= split) {
      ranges.push({ start: split, end });
      end = split;
    } else {
      ranges.push({ start, end: split });
      start = split;
    }
  }
  // The old tree itself is known to whoever asks.
  if (start > 0) {
    ranges.push({ start, end });
  }
  return ranges.reverse();
}

/**
 * The complete subtrees of a range that a split of a tree has made.
 *
 * @public
 */
export function subtreesOf({ start, end }: LeafRange): Subtree[] {
  const subtrees: Subtree[] = [];
  let at = start;
  while (at < end) {
    let height = 0;
    while (
      at % 2 ** (height + 1) === 0 &&
      at + 2 ** (height + 1) <= end &&
      height < 52
    ) {
      height += 1;
    }
    subtrees.push({ height, index: at / 2 ** height });
    at += 2 ** height;
  }
  return subtrees;
}

/**
 * Hash of a range from the hashes of its complete subtrees, left to right.
 *
 * @public
 */
export function joinSubtrees(hashes: Uint8Array[]): Uint8Array {
  return hashes.length === 0
    ? EMPTY_ROOT
    : hashes.reduceRight((right, left) => nodeHash(left, right));
}
