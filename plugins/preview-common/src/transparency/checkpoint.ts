// SPDX-License-Identifier: Apache-2.0
import { fromBase64, toBase64 } from './base64';
import { HASH_SIZE } from './hash';
import { parseNote, type SignedNote } from './note';

/**
 * The head of a log at one size (C2SP tlog-checkpoint).
 *
 * @public
 */
export interface Checkpoint {
  /** Which log. */
  origin: string;
  /** Entries. */
  size: number;
  root: Uint8Array;
}

/**
 * The text of a checkpoint, before it is signed.
 *
 * @public
 */
export function formatCheckpoint({ origin, size, root }: Checkpoint): string {
  return `${origin}\n${size}\n${toBase64(root)}\n`;
}

/**
 * Reads the text of a checkpoint. Lines that follow the root are left aside.
 *
 * @returns `null` when it is none
 * @public
 */
export function parseCheckpoint(text: string): Checkpoint | null {
  const lines = text.split('\n');
  if (lines.length < 4 || lines.pop() !== '' || lines.includes('')) {
    return null;
  }
  const [origin, sizeText, rootText] = lines;
  const size = parseCount(sizeText);
  const root = fromBase64(rootText);
  return size !== null && root?.length === HASH_SIZE
    ? { origin, size, root }
    : null;
}

/**
 * A checkpoint together with its signatures; nothing is verified.
 *
 * @public
 */
export interface SignedCheckpoint extends Checkpoint {
  note: SignedNote;
}

/**
 * Reads a signed checkpoint.
 *
 * @returns `null` when it is none
 * @public
 */
export function parseSignedCheckpoint(text: string): SignedCheckpoint | null {
  const note = parseNote(text);
  const checkpoint = note && parseCheckpoint(note.text);
  return note && checkpoint ? { ...checkpoint, note } : null;
}

/**
 * A whole number in its one decimal spelling, or `null`.
 *
 * @public
 */
export function parseCount(text: string): number | null {
  return /^(0|[1-9]\d*)$/.test(text) && Number.isSafeInteger(Number(text))
    ? Number(text)
    : null;
}
