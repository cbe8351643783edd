// SPDX-License-Identifier: Apache-2.0
import type { Access } from '@preview-environments/backstage-plugin-preview-common';

/** One way to reach a preview, as text to copy. */
export interface Recipe {
  id: 'curl' | 'browser' | 'portForward';
  text: string;
}

/** Quotes a text for a POSIX shell, also one with quotes in it. */
export function shellQuote(text: string): string {
  return `'${text.replace(/'/g, `'\\''`)}'`;
}

/**
 * `-i` shows the headers of the answer, so that `x-preview-key` in it tells
 * who answered.
 */
export function curlRecipe(
  url: string,
  headers: Record<string, string>,
): string {
  const flags = headerLines(headers).map(line => `-H ${shellQuote(line)}`);
  return ['curl -i', ...flags, shellQuote(url)].join(' ');
}

/** Headers as one writes them down, one per line. */
export function headerLines(headers: Record<string, string>): string[] {
  return Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
}

/** The ways that exist, the easiest first. */
export function recipesFor(
  access: Pick<Access, 'url' | 'headers' | 'portForward'>,
): Recipe[] {
  const headers = headerLines(access.headers);
  const recipes: Recipe[] = [];
  if (access.url) {
    recipes.push({ id: 'curl', text: curlRecipe(access.url, access.headers) });
  }
  if (access.url && headers.length > 0) {
    recipes.push({
      id: 'browser',
      text: headers.join('\n'),
    });
  }
  if (access.portForward) {
    recipes.push({ id: 'portForward', text: access.portForward });
  }
  return recipes;
}
