// SPDX-License-Identifier: Apache-2.0
import { sha256 } from '@noble/hashes/sha2';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils';

/** Header that carries the key unless configured otherwise. @public */
export const DEFAULT_HEADER = 'x-preview-key';

/**
 * An exact match of one request header. Header names are compared without
 * case and kept in lower case.
 *
 * @public
 */
export interface HeaderFilter {
  type: 'header';
  name: string;
  value: string;
}

/**
 * A regular expression, matched without case somewhere in any one line
 * `Name: value`.
 *
 * @public
 */
export interface HeaderRegexFilter {
  type: 'header-regex';
  pattern: string;
}

/**
 * A regular expression, matched without case in the path, alone and with its
 * query.
 *
 * @public
 */
export interface PathFilter {
  type: 'path';
  pattern: string;
}

/** One HTTP method, exactly. @public */
export interface MethodFilter {
  type: 'method';
  method: string;
}

/** A jq program over the headers that answers `true`. @public */
export interface HeaderJqFilter {
  type: 'header-jq';
  query: string;
}

/**
 * What a JSONPath (RFC 9535) finds in a JSON body, matched by a regular
 * expression.
 *
 * @public
 */
export interface JsonBodyFilter {
  type: 'json-body';
  query: string;
  matches: string;
}

/** A filter that looks at one thing. @public */
export type FilterPart =
  | HeaderFilter
  | HeaderRegexFilter
  | PathFilter
  | MethodFilter
  | HeaderJqFilter
  | JsonBodyFilter;

/** Several filters together. @public */
export interface CombinedFilter {
  type: 'all-of' | 'any-of';
  filters: FilterPart[];
}

/**
 * The mirrord operator's own filter: a `baggage` header that has
 * `mirrord-session=KEY` in it. Also catches keys that begin with this one.
 *
 * @public
 */
export interface MirrordDefaultFilter {
  type: 'mirrord-default';
}

/**
 * What marks a request as meant for a preview.
 *
 * @public
 */
export type RequestFilter = FilterPart | CombinedFilter | MirrordDefaultFilter;

/** @public */
export const FILTER_TYPES = [
  'header',
  'header-regex',
  'header-jq',
  'path',
  'method',
  'json-body',
  'all-of',
  'any-of',
  'mirrord-default',
] as const;

/** @public */
export type FilterType = (typeof FILTER_TYPES)[number];

/** @public */
export function defaultFilter(
  key: string,
  name = DEFAULT_HEADER,
): HeaderFilter {
  return { type: 'header', name, value: key };
}

/** Every filter of one kind of thing that a filter is made of. @public */
export function filterParts(filter: RequestFilter): FilterPart[] {
  switch (filter.type) {
    case 'all-of':
    case 'any-of':
      return filter.filters;
    case 'mirrord-default':
      return [];
    default:
      return [filter];
  }
}

/** Longest text that a unique index takes on every database. */
const LONGEST = 1024;

/**
 * A text that is equal for equal filters, for unique indexes.
 * `mirrord-default` is another filter under every key, so the key is part of
 * the text.
 *
 * @public
 */
export function filterFingerprint(filter: RequestFilter, key: string): string {
  const text =
    filter.type === 'header'
      ? `header:${filter.name.toLowerCase()}=${filter.value}`
      : `${filter.type}:${contentOf(filter, key)}`;
  return text.length <= LONGEST
    ? text
    : `${filter.type}#${bytesToHex(sha256(utf8ToBytes(text)))}`;
}

function contentOf(filter: RequestFilter, key: string): string {
  return filter.type === 'mirrord-default'
    ? key
    : JSON.stringify(Object.entries(filter).sort());
}

/**
 * Headers that a request can send to match a filter: those that have one
 * exact value. Empty where none can be named, see {@link formatFilter}.
 *
 * @public
 */
export function filterHeaders(
  filter: RequestFilter | null,
  key: string,
): Record<string, string> {
  switch (filter?.type) {
    case 'header':
      return { [filter.name]: filter.value };
    case 'mirrord-default':
      return { baggage: `mirrord-session=${key}` };
    case 'all-of':
      return namedHeaders(filter.filters);
    case 'any-of':
      return namedHeaders(
        filter.filters.filter(({ type }) => type === 'header').slice(0, 1),
      );
    default:
      return {};
  }
}

function namedHeaders(parts: FilterPart[]): Record<string, string> {
  return Object.fromEntries(
    parts.flatMap(part =>
      part.type === 'header' ? [[part.name, part.value]] : [],
    ),
  );
}

/**
 * Whether {@link filterHeaders} is all that a request needs.
 *
 * @public
 */
export function isReachedByHeaders(filter: RequestFilter | null): boolean {
  switch (filter?.type) {
    case undefined:
    case 'header':
    case 'mirrord-default':
      return true;
    case 'all-of':
      return filter.filters.every(({ type }) => type === 'header');
    case 'any-of':
      return filter.filters.some(({ type }) => type === 'header');
    default:
      return false;
  }
}
