// SPDX-License-Identifier: Apache-2.0
import type { Link } from '@preview-environments/backstage-plugin-preview-common';
import type { LinkTemplate } from '../config/types';

/** What a link may speak of; `null` = not known yet. */
export type LinkValues = Record<
  | 'session'
  | 'key'
  | 'entity'
  | 'cluster'
  | 'namespace'
  | 'target'
  | 'image'
  | 'pod'
  | 'start'
  | 'end',
  string | null
>;

const PLACE = /\{\{\s*(\w+)\s*\}\}/g;

/**
 * Fills the places of the configured links, each value URL-encoded. A link
 * that speaks of something unknown is left out, so is everything that would
 * not be an http or https address.
 */
export function renderLinks(
  templates: LinkTemplate[],
  values: LinkValues,
): Link[] {
  return templates.flatMap(({ title, url, icon }) => {
    let complete = true;
    const filled = url.replace(PLACE, (_, place: string) => {
      const value = new Map(Object.entries(values)).get(place) ?? null;
      complete &&= value !== null;
      return encodeURIComponent(value ?? '');
    });
    const usable =
      complete && /^https?:\/\//.test(filled) && URL.canParse(filled);
    return usable ? [{ title, url: filled, icon }] : [];
  });
}
