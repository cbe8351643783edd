// SPDX-License-Identifier: Apache-2.0
import type {
  FilterPart,
  RequestFilter,
} from '@preview-environments/backstage-plugin-preview-common';
import { defaultFilterText } from './filter';

/**
 * What somebody else's filter text means, for showing it. Nothing is made of
 * it, so what cannot be read is shown as it stands.
 *
 * @returns `null` for a mirror of all requests
 */
export function filterOf(
  text: string | null,
  key: string,
  steal: boolean,
): RequestFilter | null {
  if (text === null) {
    return steal ? { type: 'path', pattern: '.*' } : null;
  }
  try {
    return read(JSON.parse(text), key);
  } catch {
    return { type: 'header-regex', pattern: text };
  }
}

type Fields = Record<string, unknown>;

function read(
  { all_of: all, any_of: any, ...single }: Fields,
  key: string,
): RequestFilter {
  if (Array.isArray(all)) {
    return { type: 'all-of', filters: all.map(readInner) };
  }
  if (Array.isArray(any)) {
    return { type: 'any-of', filters: any.map(readInner) };
  }
  if (single.header_filter === defaultFilterText(key)) {
    return { type: 'mirrord-default' };
  }
  const { header_filter, path_filter, method_filter, ...rest } = single;
  return readInner({
    header: header_filter ?? undefined,
    path: path_filter ?? undefined,
    method: method_filter ?? undefined,
    query: rest.header_filter_jq ?? undefined,
    ...(rest.body_filter as Fields | null),
  });
}

/** @throws Error when it is none that we know */
function readInner(inner: Fields): FilterPart {
  const { header, path, method, body, query, matches } = inner;
  if (isText(header)) {
    return headerOf(header);
  }
  if (isText(path)) {
    return { type: 'path', pattern: path };
  }
  if (isText(method)) {
    return { type: 'method', method };
  }
  if (body !== undefined && isText(query) && isText(matches)) {
    return { type: 'json-body', query, matches };
  }
  if (isText(query)) {
    return { type: 'header-jq', query };
  }
  throw new Error('No filter that we know');
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

/** `^name: value$` without anything that means something else than itself. */
const EXACT = /^\^([\w-]+): ((?:[^\\.+*?()|[\]{}^$]|\\[\\.+*?()|[\]{}^$])+)\$$/;

function headerOf(pattern: string): FilterPart {
  const [, name, value] = EXACT.exec(pattern) ?? [];
  return name
    ? {
        type: 'header',
        name: name.toLowerCase(),
        value: value.replace(/\\(.)/g, '$1'),
      }
    : { type: 'header-regex', pattern };
}
