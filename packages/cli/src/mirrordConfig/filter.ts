// SPDX-License-Identifier: Apache-2.0
import type {
  FilterPart,
  RequestFilter,
} from '@preview-environments/backstage-plugin-preview-common';
import { CliError } from '../CliError';
import type { Fields } from './Fields';

const FORMS = [
  'header_filter',
  'path_filter',
  'method_filter',
  'body_filter',
  'header_filter_jq',
  'all_of',
  'any_of',
];

/** `http_filter`: exactly one of its forms, or none at all. */
export function readFilter(part: Fields): RequestFilter | undefined {
  part.onlyOneOf(...FORMS);
  for (const [type, member] of [
    ['all-of', 'all_of'],
    ['any-of', 'any_of'],
  ] as const) {
    const inner = part.sections(member);
    if (inner) {
      if (inner.length === 0) {
        throw part.wrong(member, 'a list of at least one filter');
      }
      return { type, filters: inner.map(readInner) };
    }
  }
  const header = part.text('header_filter');
  if (header !== undefined) {
    return headerFilter(part, 'header_filter', header);
  }
  const path = part.text('path_filter');
  if (path !== undefined) {
    return { type: 'path', pattern: filled(part, 'path_filter', path) };
  }
  const method = part.text('method_filter');
  if (method !== undefined) {
    const methods = methodsOf(part, 'method_filter', method);
    return methods.length === 1
      ? methods[0]
      : { type: 'any-of', filters: methods };
  }
  const query = part.text('header_filter_jq');
  if (query !== undefined) {
    const text = filled(part, 'header_filter_jq', query);
    return { type: 'header-jq', query: text };
  }
  const body = part.section('body_filter');
  return body && readBody(body);
}

/** An item of `all_of` and `any_of`, which has names of its own. */
function readInner(part: Fields): FilterPart {
  if (part.any('body') !== undefined) {
    return readBody(part);
  }
  part.onlyOneOf('header', 'path', 'method', 'query');
  const header = part.text('header');
  if (header !== undefined) {
    return headerFilter(part, 'header', header);
  }
  const path = part.text('path');
  if (path !== undefined) {
    return { type: 'path', pattern: filled(part, 'path', path) };
  }
  const method = part.text('method');
  if (method !== undefined) {
    const [only, ...more] = methodsOf(part, 'method', method);
    if (more.length > 0) {
      throw part.wrong('method', 'one method, for example GET');
    }
    return only;
  }
  const query = part.text('query');
  if (query !== undefined) {
    return { type: 'header-jq', query: filled(part, 'query', query) };
  }
  throw new CliError(`${part.path} is no filter.`, {
    field: part.path,
    hint: 'Give one of header, path, method, query, or body with query and matches.',
  });
}

function readBody(part: Fields): FilterPart {
  if (part.text('body') !== 'json') {
    throw part.wrong('body', '"json"');
  }
  const query = part.text('query');
  const matches = part.text('matches');
  if (!query || !matches) {
    throw part.wrong(query ? 'matches' : 'query', 'given');
  }
  return { type: 'json-body', query, matches };
}

/** An expression that spells out one whole line is an exact match. */
const WHOLE_LINE =
  /^\^([!#$%&'*+\-^_`|~0-9A-Za-z]+): ?((?:[\w=/;:,@ -]|\\[.\-/=+])+)\$$/;

function headerFilter(part: Fields, name: string, text: string): FilterPart {
  const pattern = filled(part, name, text);
  const [, header, value] = WHOLE_LINE.exec(pattern) ?? [];
  return header && value.trim() === value
    ? {
        type: 'header',
        name: header.toLowerCase(),
        value: value.replace(/\\/g, ''),
      }
    : { type: 'header-regex', pattern };
}

/** Methods are exact in previews: an expression must name them. */
function methodsOf(part: Fields, name: string, text: string) {
  const bare = filled(part, name, text)
    .replace(/^\^?\(?(?:\?:)?/, '')
    .replace(/\)?\$?$/, '');
  const methods = bare.split('|');
  if (methods.some(each => !/^[A-Za-z]+$/.test(each))) {
    throw part.wrong(name, 'methods by name, for example GET or GET|HEAD');
  }
  return methods.map(each => ({
    type: 'method' as const,
    method: each.toUpperCase(),
  }));
}

function filled(part: Fields, name: string, text: string): string {
  if (text.trim() === '') {
    throw part.wrong(name, 'more than nothing');
  }
  return text;
}
