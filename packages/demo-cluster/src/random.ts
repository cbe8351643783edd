// SPDX-License-Identifier: Apache-2.0
import { randomBytes, randomUUID } from 'node:crypto';

// Kubernetes leaves out vowels and look-alikes, so that no word appears by chance.
const ALPHABET = 'bcdfghjklmnpqrstvwxz2456789';

/** The only source of randomness in this package. */
export const randomness = {
  uid: (): string => randomUUID(),
  /** What the API server appends to `generateName`. */
  suffix: (length = 5): string =>
    Array.from(
      randomBytes(length),
      byte => ALPHABET[byte % ALPHABET.length],
    ).join(''),
  token: (): string => randomBytes(32).toString('base64url'),
};

/** The same letters for a number, as in `pod-template-hash`. */
export function encodeHash(text: string): string {
  return [...text]
    .map(letter => ALPHABET[letter.charCodeAt(0) % ALPHABET.length])
    .join('');
}
