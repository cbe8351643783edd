// SPDX-License-Identifier: Apache-2.0
import { HASH_SIZE, equalBytes, nodeHash } from './hash';

/**
 * Where a leaf is said to be.
 *
 * @public
 */
export interface InclusionClaim {
  /** From 0. */
  index: number;
  /** Leaves of the tree. */
  size: number;
  leaf: Uint8Array;
  root: Uint8Array;
  proof: Uint8Array[];
}

/**
 * Two heads of what is said to be one growing tree.
 *
 * @public
 */
export interface ConsistencyClaim {
  from: number;
  to: number;
  fromRoot: Uint8Array;
  toRoot: Uint8Array;
  proof: Uint8Array[];
}

const isCount = (value: number) => Number.isSafeInteger(value) && value >= 0;
const isOdd = (value: number) => value % 2 === 1;
const half = (value: number) => Math.floor(value / 2);
const areHashes = (hashes: Uint8Array[]) =>
  hashes.every(hash => hash.length === HASH_SIZE);

/**
 * Checks an inclusion proof (RFC 9162, 2.1.3.2).
 *
 * @returns what is wrong with it, or `null`
 * @public
 */
export function checkInclusion(claim: InclusionClaim): string | null {
  const { index, size, leaf, root, proof } = claim;
  if (!isCount(index) || !isCount(size) || index >= size) {
    return `there is no entry ${index} in a log of ${size}`;
  }
  if (!areHashes([leaf, root, ...proof])) {
    return 'a hash of the proof has the wrong length';
  }
  let node = index;
  let last = size - 1;
  let hash = leaf;
  for (const sibling of proof) {
    if (last === 0) {
      return 'the proof is too long';
    }
    if (isOdd(node) || node === last) {
      hash = nodeHash(sibling, hash);
      while (!isOdd(node) && node !== 0) {
        node = half(node);
        last = half(last);
      }
    } else {
      hash = nodeHash(hash, sibling);
    }
    node = half(node);
    last = half(last);
  }
  if (last !== 0) {
    return 'the proof is too short';
  }
  return equalBytes(hash, root) ? null : 'the proof leads to another root';
}

/**
 * Checks a consistency proof (RFC 9162, 2.1.4.2). There is none from an empty
 * log: that would prove nothing.
 *
 * @returns what is wrong with it, or `null`
 * @public
 */
export function checkConsistency(claim: ConsistencyClaim): string | null {
  const { from, to, fromRoot, toRoot, proof } = claim;
  if (!isCount(from) || !isCount(to) || from > to) {
    return `a log of ${from} entries cannot have grown to ${to}`;
  }
  if (from === 0) {
    return 'an empty log is the beginning of every log';
  }
  if (from === to) {
    if (proof.length > 0) {
      return 'the proof is too long';
    }
    return equalBytes(fromRoot, toRoot)
      ? null
      : 'the two roots of one size differ';
  }
  if (!areHashes([fromRoot, toRoot, ...proof])) {
    return 'a hash of the proof has the wrong length';
  }
  if (proof.length === 0) {
    return 'the proof is too short';
  }
  let node = from - 1;
  let last = to - 1;
  while (isOdd(node)) {
    node = half(node);
    last = half(last);
  }
  // A complete old tree is itself the first hash.
  const [seed, ...rest] = node === 0 ? [fromRoot, ...proof] : proof;
  let oldHash = seed;
  let newHash = seed;
  for (const hash of rest) {
    if (last === 0) {
      return 'the proof is too long';
    }
    if (isOdd(node) || node === last) {
      oldHash = nodeHash(hash, oldHash);
      newHash = nodeHash(hash, newHash);
      while (!isOdd(node) && node !== 0) {
        node = half(node);
        last = half(last);
      }
    } else {
      newHash = nodeHash(newHash, hash);
    }
    node = half(node);
    last = half(last);
  }
  if (last !== 0) {
    return 'the proof is too short';
  }
  if (!equalBytes(oldHash, fromRoot)) {
    return 'the proof leads to another old root';
  }
  return equalBytes(newHash, toRoot)
    ? null
    : 'the proof leads to another new root';
}
