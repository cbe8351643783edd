// SPDX-License-Identifier: Apache-2.0
import { NamedMatch, RouteMatch } from '../objects';

/** The parts of a request that a match can look at. Header names are lower case. */
export interface RequestView {
  host: string;
  method: string;
  /** Without query, exactly as it was sent. */
  path: string;
  query: URLSearchParams;
  headers: Record<string, string | string[] | undefined>;
}

interface ValueMatch {
  name: string;
  accepts(value: string): boolean;
}

/** A match ready for use: defaults filled in, repeated names dropped, patterns compiled. */
export interface CompiledMatch {
  path: { type: 'Exact' | 'PathPrefix' | 'RegularExpression'; value: string };
  pathPattern: RegExp | null;
  method: string | null;
  headers: ValueMatch[];
  queryParams: ValueMatch[];
}

// The specification leaves open how much of a value a pattern must cover; all of it is the safe reading.
const wholePattern = (source: string) => new RegExp(`^(?:${source})$`);

function compileValues(
  entries: NamedMatch[],
  normalise: (name: string) => string,
): ValueMatch[] {
  const first = new Map<string, ValueMatch>();
  for (const entry of entries) {
    const name = normalise(entry.name);
    // Of several entries for one name only the first counts.
    if (first.has(name)) continue;
    const type = entry.type ?? 'Exact';
    if (type === 'Exact') {
      first.set(name, { name, accepts: value => value === entry.value });
    } else if (type === 'RegularExpression') {
      const pattern = wholePattern(entry.value);
      first.set(name, { name, accepts: value => pattern.test(value) });
    } else {
      throw new Error(`match type ${type} of ${entry.name} is not supported`);
    }
  }
  return [...first.values()];
}

/**
 * Prepares one match of a rule.
 * Throws an Error with a readable sentence for a type or pattern that is not supported.
 */
export function compileMatch(match: RouteMatch): CompiledMatch {
  const type = match.path?.type ?? 'PathPrefix';
  const value = match.path?.value ?? '/';
  if (
    type !== 'Exact' &&
    type !== 'PathPrefix' &&
    type !== 'RegularExpression'
  ) {
    throw new Error(`path match type ${type} is not supported`);
  }
  return {
    path: { type, value },
    pathPattern: type === 'RegularExpression' ? wholePattern(value) : null,
    method: match.method ?? null,
    headers: compileValues(match.headers ?? [], name => name.toLowerCase()),
    queryParams: compileValues(match.queryParams ?? [], name => name),
  };
}

/** Segment by segment: `/shop` covers `/shop`, `/shop/` and `/shop/cart`, never `/shops`. */
export function prefixCovers(prefix: string, path: string): boolean {
  const bare = prefix.replace(/\/+$/, '');
  return path === bare || path.startsWith(`${bare}/`);
}

function pathAccepts(match: CompiledMatch, path: string): boolean {
  switch (match.path.type) {
    case 'Exact':
      return path === match.path.value;
    case 'PathPrefix':
      return prefixCovers(match.path.value, path);
    default:
      return match.pathPattern!.test(path);
  }
}

/** Are all conditions of the match met? A header or parameter that is absent meets none. */
export function matchAccepts(
  match: CompiledMatch,
  request: RequestView,
): boolean {
  if (!pathAccepts(match, request.path)) return false;
  if (match.method !== null && match.method !== request.method) return false;
  const headersMeet = match.headers.every(header => {
    const value = request.headers[header.name];
    if (value === undefined) return false;
    return header.accepts(Array.isArray(value) ? value.join(', ') : value);
  });
  if (!headersMeet) return false;
  return match.queryParams.every(param => {
    const value = request.query.get(param.name);
    return value !== null && param.accepts(value);
  });
}
