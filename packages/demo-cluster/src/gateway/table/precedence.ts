// SPDX-License-Identifier: Apache-2.0
import { compareHostnames } from './hostname';
import { CompiledMatch } from './requestMatch';

/** What decides which of two matches a request goes to. */
export interface Ranked {
  hostname: string;
  match: CompiledMatch;
  /** Epoch milliseconds at which the route was created. */
  routeCreatedAt: number;
  /** `namespace/name` of the route. */
  routeName: string;
  ruleIndex: number;
  matchIndex: number;
}

// Patterns stand between exact paths and prefixes; the specification leaves their place open.
const pathRank = { Exact: 0, RegularExpression: 1, PathPrefix: 2 } as const;

function comparePaths(a: CompiledMatch, b: CompiledMatch): number {
  const byType = pathRank[a.path.type] - pathRank[b.path.type];
  if (byType !== 0) return byType;
  return b.path.value.length - a.path.value.length;
}

const byText = (a: string, b: string) => Number(a > b) - Number(a < b);

/**
 * The order in which matches are tried, first hit wins: hostname, path, method, number of headers,
 * number of query parameters, age of the route, name of the route, place in the route.
 */
export function comparePrecedence(a: Ranked, b: Ranked): number {
  return (
    compareHostnames(a.hostname, b.hostname) ||
    comparePaths(a.match, b.match) ||
    Number(b.match.method !== null) - Number(a.match.method !== null) ||
    b.match.headers.length - a.match.headers.length ||
    b.match.queryParams.length - a.match.queryParams.length ||
    a.routeCreatedAt - b.routeCreatedAt ||
    byText(a.routeName, b.routeName) ||
    a.ruleIndex - b.ruleIndex ||
    a.matchIndex - b.matchIndex
  );
}
