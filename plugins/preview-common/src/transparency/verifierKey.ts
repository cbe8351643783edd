// SPDX-License-Identifier: Apache-2.0
import { sha256 } from '@noble/hashes/sha2';
import { bytesToHex, concatBytes, utf8ToBytes } from '@noble/hashes/utils';
import { fromBase64, toBase64 } from './base64';
import { isKeyName, type SignedNote } from './note';

/** Signature type of Ed25519 in a note. */
const ED25519 = 0x01;
const KEY_SIZE = 32;
const ID_SIZE = 4;

/** What the names of development keys end in. @public */
export const DEVELOPMENT_MARK = '/unsigned-dev';

/**
 * The public half of an Ed25519 key that signs notes.
 *
 * @public
 */
export interface VerifierKey {
  name: string;
  /** First four bytes of the hash of name and key, hex. */
  id: string;
  /** 32 bytes. */
  publicKey: Uint8Array;
}

/**
 * Whether a signature of an Ed25519 key is right; given from outside, since
 * each platform has its own.
 *
 * @public
 */
export type VerifyEd25519 = (
  publicKey: Uint8Array,
  message: Uint8Array,
  signature: Uint8Array,
) => boolean;

/** @public */
export function verifierKey(name: string, publicKey: Uint8Array): VerifierKey {
  const typed = concatBytes(Uint8Array.of(ED25519), publicKey);
  const hash = sha256(concatBytes(utf8ToBytes(`${name}\n`), typed));
  return { name, publicKey, id: bytesToHex(hash.subarray(0, ID_SIZE)) };
}

/** `NAME+ID+KEY`, as tools for signed notes write it. @public */
export function formatVerifierKey({ name, id, publicKey }: VerifierKey) {
  const typed = concatBytes(Uint8Array.of(ED25519), publicKey);
  return `${name}+${id}+${toBase64(typed)}`;
}

/**
 * Reads `NAME+ID+KEY`.
 *
 * @returns `null` when it is no such text, or no Ed25519 key
 * @public
 */
export function parseVerifierKey(text: string): VerifierKey | null {
  const [, name, id, encoded] = /^([^+]+)\+([0-9a-f]{8})\+(.+)$/.exec(
    text.trim(),
  ) ?? [null, '', '', ''];
  const typed = fromBase64(encoded);
  if (!isKeyName(name) || typed?.[0] !== ED25519) {
    return null;
  }
  const key = verifierKey(name, typed.subarray(1));
  return typed.length === KEY_SIZE + 1 && key.id === id ? key : null;
}

/** Whether a key only serves development. @public */
export function isDevelopmentKey({ name }: Pick<VerifierKey, 'name'>): boolean {
  return name.endsWith(DEVELOPMENT_MARK);
}

/**
 * Which of the given keys signed a note. Signatures of other keys are left
 * aside; a wrong one of a given key spoils the note.
 *
 * @returns the keys, none when the note is not to be trusted
 * @public
 */
export function signersOf(
  { text, signatures }: SignedNote,
  keys: VerifierKey[],
  verify: VerifyEd25519,
): VerifierKey[] {
  const message = utf8ToBytes(text);
  const signers: VerifierKey[] = [];
  for (const { name, keyId, signature } of signatures) {
    const key = keys.find(each => each.name === name && each.id === keyId);
    if (key && !verify(key.publicKey, message, signature)) {
      return [];
    }
    if (key) {
      signers.push(key);
    }
  }
  return signers;
}
