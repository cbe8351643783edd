// SPDX-License-Identifier: Apache-2.0
import {
  boundKey,
  type FilterPart,
  type HeaderFilter,
  type HeaderRegexFilter,
  type RequestFilter,
} from '@preview-environments/backstage-plugin-preview-common';

/** Everything that means something to a regular expression, taken literally. */
function literally(text: string): string {
  return text.replace(/[\\.+*?()|[\]{}^$]/g, '\\$&');
}

/**
 * A filter as the JSON text that a session carries. The operator matches
 * expressions without case, those for headers against `Name: value`. Where an
 * expression names the key it is closed around it: a key that only begins
 * like this one is another preview's.
 */
export function httpFilterOf(filter: RequestFilter, key: string): string {
  return JSON.stringify(configOf(filter, key));
}

/** The text by which the operator knows its own default, to the letter. */
export function defaultFilterText(key: string): string {
  return `^baggage: .*mirrord-session=${key}.*$`;
}

function configOf(filter: RequestFilter, key: string) {
  switch (filter.type) {
    case 'all-of':
      return { all_of: filter.filters.map(each => innerOf(each, key)) };
    case 'any-of':
      return { any_of: filter.filters.map(each => innerOf(each, key)) };
    case 'mirrord-default':
      return { header_filter: defaultFilterText(key) };
    case 'path':
      return { path_filter: boundKey(filter.pattern, key) };
    case 'method':
      return { method_filter: filter.method };
    case 'header-jq':
      return { header_filter_jq: filter.query };
    case 'json-body':
      return { body_filter: innerOf(filter, key) };
    default:
      return { header_filter: headerOf(filter, key) };
  }
}

/** Parts of a combination have other names than the same filters alone. */
function innerOf(part: FilterPart, key: string) {
  switch (part.type) {
    case 'path':
      return { path: boundKey(part.pattern, key) };
    case 'method':
      return { method: part.method };
    case 'header-jq':
      return { query: part.query };
    case 'json-body':
      return {
        body: 'json',
        query: part.query,
        matches: boundKey(part.matches, key),
      };
    default:
      return { header: headerOf(part, key) };
  }
}

/** Both ends of an exact value are anchored. */
function headerOf(part: HeaderFilter | HeaderRegexFilter, key: string): string {
  return part.type === 'header'
    ? `^${literally(part.name)}: ${literally(part.value)}$`
    : boundKey(part.pattern, key);
}
