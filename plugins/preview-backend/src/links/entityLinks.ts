// SPDX-License-Identifier: Apache-2.0
import type { LinkTemplate } from '../config/types';

const PREFIX = 'preview-environments.io/link-';

/**
 * The link templates that an entity brings: one for each annotation
 * `preview-environments.io/link-NAME`, in the order of their names. The name
 * is the icon, and with spaces the title.
 */
export function entityLinks(
  annotations: Record<string, string>,
): LinkTemplate[] {
  return Object.keys(annotations)
    .filter(key => key.startsWith(PREFIX) && key.length > PREFIX.length)
    .sort()
    .map(key => {
      const name = key.slice(PREFIX.length);
      const words = name.replace(/[-_.]+/g, ' ');
      return {
        title: words.charAt(0).toUpperCase() + words.slice(1),
        url: annotations[key],
        icon: name,
      };
    });
}
