// SPDX-License-Identifier: Apache-2.0
import { sha256 } from '@noble/hashes/sha2';
import { concatBytes, hexToBytes, utf8ToBytes } from '@noble/hashes/utils';

/** Bytes of a SHA-256 hash. */
export const HASH_SIZE = 32;

const LEAF = Uint8Array.of(0x00);
const NODE = Uint8Array.of(0x01);

/**
 * Root of a tree without leaves (RFC 6962, 2.1).
 *
 * @public
 */
export const EMPTY_ROOT: Uint8Array = sha256(new Uint8Array());

/**
 * Hash of a log entry as a leaf of the tree (RFC 6962, 2.1).
 *
 * @public
 */
export function leafHash(entry: Uint8Array): Uint8Array {
  return sha256(concatBytes(LEAF, entry));
}

/**
 * Hash of two neighbouring subtrees (RFC 6962, 2.1).
 *
 * @public
 */
export function nodeHash(left: Uint8Array, right: Uint8Array): Uint8Array {
  return sha256(concatBytes(NODE, left, right));
}

/**
 * The log entry of an audit event: SHA-256 over salt and body. It can be shown
 * to anybody, and stays when salt and body are erased.
 *
 * @param salt - hex
 * @param body - the exact text that was recorded
 * @throws Error when the salt is not hex
 * @public
 */
export function entryOf(salt: string, body: string): Uint8Array {
  return sha256(concatBytes(hexToBytes(salt), utf8ToBytes(body)));
}

/** Whether two hashes are the same. */
export function equalBytes(one: Uint8Array, other: Uint8Array): boolean {
  return (
    one.length === other.length && one.every((byte, i) => byte === other[i])
  );
}
