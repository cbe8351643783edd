// SPDX-License-Identifier: Apache-2.0
import { createHash } from 'node:crypto';

/**
 * The id of an event: the same for the same identity, on every replica and in
 * every repetition. 128 bits of SHA-256 in the form of a UUID (version 8).
 */
export function eventId(identity: (string | number)[]): string {
  const digest = createHash('sha256')
    .update(JSON.stringify(identity.map(String)))
    .digest('hex');
  const variant = ((parseInt(digest[16], 16) & 0x3) | 0x8).toString(16);
  return [
    digest.slice(0, 8),
    digest.slice(8, 12),
    `8${digest.slice(13, 16)}`,
    `${variant}${digest.slice(17, 20)}`,
    digest.slice(20, 32),
  ].join('-');
}
