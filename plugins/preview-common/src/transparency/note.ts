// SPDX-License-Identifier: Apache-2.0
import { bytesToHex, hexToBytes } from '@noble/hashes/utils';
import { fromBase64, toBase64 } from './base64';

const KEY_ID_SIZE = 4;
const MOST_SIGNATURES = 100;
// Every control character except line feed.
// eslint-disable-next-line no-control-regex
const CONTROLS = /[\u0000-\u0009\u000b-\u001f]/;
const SIGNATURE = /^\u2014 ([^ +]\S*) (\S+)$/;
const KEY_NAME = /^[^\s+]+$/u;

/**
 * One signature under a note.
 *
 * @public
 */
export interface NoteSignature {
  /** Name of the key. */
  name: string;
  /** First four bytes of the hash of the key, hex. */
  keyId: string;
  signature: Uint8Array;
}

/**
 * A text and who signed it (C2SP signed-note).
 *
 * @public
 */
export interface SignedNote {
  /** Ends in a line feed; this is what is signed. */
  text: string;
  signatures: NoteSignature[];
}

/**
 * Takes a signed note apart. Nothing is verified.
 *
 * @returns `null` when it is not a signed note
 * @public
 */
export function parseNote(note: string): SignedNote | null {
  const gap = note.lastIndexOf('\n\n');
  if (gap < 0 || !note.endsWith('\n') || CONTROLS.test(note)) {
    return null;
  }
  const lines = note.slice(gap + 2, -1).split('\n');
  const signatures = lines.map(parseSignature);
  const whole = signatures.filter(each => each !== null);
  return whole.length === lines.length && whole.length <= MOST_SIGNATURES
    ? { text: note.slice(0, gap + 1), signatures: whole }
    : null;
}

function parseSignature(line: string): NoteSignature | null {
  const [, name, encoded] = SIGNATURE.exec(line) ?? [];
  const bytes = encoded === undefined ? null : fromBase64(encoded);
  if (!bytes || !isKeyName(name) || bytes.length <= KEY_ID_SIZE) {
    return null;
  }
  return {
    name,
    keyId: bytesToHex(bytes.subarray(0, KEY_ID_SIZE)),
    signature: bytes.subarray(KEY_ID_SIZE),
  };
}

/**
 * Writes a signed note.
 *
 * @throws Error when text or a name of a key cannot stand in a note
 * @public
 */
export function formatNote({ text, signatures }: SignedNote): string {
  if (!text.endsWith('\n') || CONTROLS.test(text)) {
    throw new Error('The text of a note ends in a line feed, its only control');
  }
  const lines = signatures.map(({ name, keyId, signature }) => {
    if (!isKeyName(name)) {
      throw new Error(`"${name}" cannot be the name of a key`);
    }
    const bytes = Uint8Array.from([...hexToBytes(keyId), ...signature]);
    return `\u2014 ${name} ${toBase64(bytes)}\n`;
  });
  return `${text}\n${lines.join('')}`;
}

/** Whether a key may be called so: no blanks, no plus. @public */
export function isKeyName(name: string): boolean {
  return KEY_NAME.test(name);
}
