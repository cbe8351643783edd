// SPDX-License-Identifier: Apache-2.0
import {
  KEY_MAX_LENGTH,
  toKey,
} from '@preview-environments/backstage-plugin-preview-common';

/**
 * A key that says whose preview of what it is, ending in the random part of
 * the server's proposal, so that nobody can guess it.
 *
 * @param proposed - the server's proposal; its last part is the random one
 */
export function proposeKey(
  proposed: string,
  person: string,
  tag: string,
): string {
  const random = proposed.slice(proposed.lastIndexOf('-') + 1);
  const words = [person, tag].filter(word => word.trim() !== '').join('-');
  if (!tag.trim() || random === proposed) {
    return proposed;
  }
  const room = KEY_MAX_LENGTH - random.length - 1;
  return `${toKey(words).slice(0, room).replace(/-+$/, '')}-${random}`;
}
