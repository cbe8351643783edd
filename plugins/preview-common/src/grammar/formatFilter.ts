// SPDX-License-Identifier: Apache-2.0
import type { FilterPart, RequestFilter } from './filter';

/**
 * A filter as one line for people: what it looks at and what it asks for.
 * `~` stands for a regular expression.
 *
 * @public
 */
export function formatFilter(filter: RequestFilter, key: string): string {
  switch (filter.type) {
    case 'all-of':
      return filter.filters.map(formatPart).join(' and ');
    case 'any-of':
      return filter.filters.map(formatPart).join(' or ');
    case 'mirrord-default':
      return `baggage ~ mirrord-session=${key}`;
    default:
      return formatPart(filter);
  }
}

function formatPart(part: FilterPart): string {
  switch (part.type) {
    case 'header-regex':
      return `header ~ ${part.pattern}`;
    case 'path':
      return `path ~ ${part.pattern}`;
    case 'method':
      return `method ${part.method}`;
    case 'header-jq':
      return `headers | ${part.query}`;
    case 'json-body':
      return `body ${part.query} ~ ${part.matches}`;
    default:
      return `${part.name}: ${part.value}`;
  }
}
