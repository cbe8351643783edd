// SPDX-License-Identifier: Apache-2.0
import { RequestView } from '../gateway/table/requestMatch';

/** Whether a request is meant for a preview. */
export type Accepts = (request: RequestView) => boolean;

interface Filter {
  header_filter?: string | null;
  path_filter?: string | null;
  method_filter?: string | null;
  all_of?: Inner[] | null;
  any_of?: Inner[] | null;
}

interface Inner {
  header?: string;
  path?: string;
  method?: string;
}

const pattern = (source: string) => new RegExp(source, 'i');

function byHeader(source: string): Accepts {
  const wanted = pattern(source);
  return ({ headers }) =>
    Object.entries(headers).some(([name, value = '']) =>
      [value].flat().some(each => wanted.test(`${name}: ${each}`)),
    );
}

function byPath(source: string): Accepts {
  const wanted = pattern(source);
  return ({ path, query }) =>
    wanted.test(path) || wanted.test(`${path}?${query}`);
}

function byMethod(source: string): Accepts {
  const wanted = pattern(source);
  return ({ method }) => wanted.test(method);
}

function inner({ header, path, method, ...others }: Inner): Accepts {
  if (Object.keys(others).length === 0) {
    if (header !== undefined) return byHeader(header);
    if (path !== undefined) return byPath(path);
    if (method !== undefined) return byMethod(method);
  }
  throw new Error('the demo operator filters by header, path and method only');
}

/**
 * Reads a session's filter; none takes every request.
 *
 * @throws Error for a filter that this operator does not know, or a pattern that is none
 */
export function acceptsOf(httpFilter: string | null | undefined): Accepts {
  if (!httpFilter) return () => true;
  const {
    all_of: all,
    any_of: any,
    ...single
  } = JSON.parse(httpFilter) as Filter;
  if (all) {
    const each = all.map(inner);
    return request => each.every(accepts => accepts(request));
  }
  if (any) {
    const each = any.map(inner);
    return request => each.some(accepts => accepts(request));
  }
  const [[name, source] = ['', '']] = Object.entries(single).filter(
    ([, value]) => value !== null,
  );
  return inner({ [name.replace(/_filter$/, '')]: source });
}
