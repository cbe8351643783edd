// SPDX-License-Identifier: Apache-2.0
import { createHash } from 'node:crypto';

/**
 * Hash of an event, hex. The salt keeps anybody from guessing a body that was
 * erased: salt and body go together, the hash stays.
 */
export function leafHash(salt: string, body: string): string {
  return createHash('sha256')
    .update(Buffer.from(salt, 'hex'))
    .update(body, 'utf8')
    .digest('hex');
}
