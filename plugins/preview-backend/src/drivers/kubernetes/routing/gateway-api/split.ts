// SPDX-License-Identifier: Apache-2.0
import { LIMITS } from './overlayRule';
import type { RouteRule } from './model';

const RULES = 16;
const MATCHES_PER_ROUTE = 128;

/**
 * Rules in groups that one route can take. A rule with too many matches is
 * divided; its parts keep their order, so precedence stays as it was.
 */
export function splitRules(rules: RouteRule[]): RouteRule[][] {
  const groups: RouteRule[][] = [];
  let matches = 0;
  for (const rule of rules.flatMap(divide)) {
    const size = rule.matches!.length;
    const last = groups[groups.length - 1];
    if (!last || last.length === RULES || matches + size > MATCHES_PER_ROUTE) {
      groups.push([rule]);
      matches = size;
    } else {
      last.push(rule);
      matches += size;
    }
  }
  return groups;
}

function divide(rule: RouteRule): RouteRule[] {
  const matches = rule.matches ?? [];
  if (matches.length <= LIMITS.matches) {
    return [rule];
  }
  const { name: _unique, ...rest } = rule;
  return Array.from(
    { length: Math.ceil(matches.length / LIMITS.matches) },
    (_, i) => ({
      ...rest,
      matches: matches.slice(i * LIMITS.matches, (i + 1) * LIMITS.matches),
    }),
  );
}
