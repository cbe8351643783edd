// SPDX-License-Identifier: Apache-2.0
import { entryOf } from '@preview-environments/backstage-plugin-preview-common/transparency';

/**
 * The log entry of an event, hex, as `audit_events` keeps it. The salt keeps
 * anybody from guessing a body that was erased: salt and body go together,
 * the hash stays.
 */
export function entryHash(salt: string, body: string): string {
  return Buffer.from(entryOf(salt, body)).toString('hex');
}
