// SPDX-License-Identifier: Apache-2.0
import { sha256 } from '@noble/hashes/sha2';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils';

/** Longest environment key. @public */
export const KEY_MAX_LENGTH = 40;

const KEY = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/;
const HASH_LENGTH = 6;

/** @public */
export function isKey(text: string): boolean {
  return text.length <= KEY_MAX_LENGTH && KEY.test(text);
}

/**
 * Turns any text into a key, the same one everywhere: lower case, everything
 * else a dash. A text that is too long, or has no letter or digit at all,
 * gets a short hash of the original, so that two long branch names do not
 * meet in one key.
 *
 * @public
 */
export function toKey(text: string): string {
  const slug = text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  if (isKey(slug)) {
    return slug;
  }
  const hash = bytesToHex(sha256(utf8ToBytes(text))).slice(0, HASH_LENGTH);
  return `${shorten(slug || 'key', HASH_LENGTH)}-${hash}`;
}

/** Cuts a slug so that a dash and `tail` more characters fit. */
function shorten(slug: string, tail: number): string {
  return slug.slice(0, KEY_MAX_LENGTH - tail - 1).replace(/-+$/, '');
}

const RANDOM_LENGTH = 6;
const ALPHABET = 'abcdefghijklmnopqrstuvwxyz0123456789';

/**
 * A key that nobody can guess: the slug and six random characters.
 *
 * @param randomInt - returns a whole number from 0 to below `max`
 * @public
 */
export function generateKey(
  text: string,
  randomInt: (max: number) => number,
): string {
  const tail = Array.from(
    { length: RANDOM_LENGTH },
    () => ALPHABET[randomInt(ALPHABET.length)],
  ).join('');
  return `${shorten(toKey(text), RANDOM_LENGTH)}-${tail}`;
}
