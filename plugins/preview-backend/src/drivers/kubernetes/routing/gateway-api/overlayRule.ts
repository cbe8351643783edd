// SPDX-License-Identifier: Apache-2.0
import type { HeaderFilter } from '@preview-environments/backstage-plugin-preview-common';
import { markResponses } from './responseFilter';
import type { BackendRef, RouteMatch, RouteRule } from './model';

/** What the Gateway API takes in one match and in one rule. */
export const LIMITS = { headers: 16, filters: 16, matches: 64 } as const;

/** A rule without matches matches every request. */
const EVERYTHING: RouteMatch[] = [{ path: { type: 'PathPrefix', value: '/' } }];

/**
 * The team's match, which now also asks for our header; `null` where the two
 * can never hold together, since the team's asks for another value.
 *
 * Of two entries with one name only the first counts, and names are compared
 * without case: hence one entry of ours, in lower case.
 */
export function withKey(
  match: RouteMatch,
  filter: HeaderFilter,
): RouteMatch | null {
  const present = (match.headers ?? []).filter(
    ({ name }) => name.toLowerCase() === filter.name,
  );
  const possible = present.every(
    ({ type, value }) =>
      (type ?? 'Exact') === 'Exact' && value === filter.value,
  );
  if (!possible) {
    return null;
  }
  const others = (match.headers ?? []).filter(each => !present.includes(each));
  return {
    ...match,
    headers: [
      ...others,
      { type: 'Exact', name: filter.name, value: filter.value },
    ],
  };
}

export interface OverlayRuleInput {
  rule: RouteRule;
  /** The team's reference to the target's Service. */
  backend: BackendRef;
  previewService: string;
  filter: HeaderFilter;
  key: string;
}

export type OverlayRule =
  | { rule: RouteRule }
  /** `skipped`: no request with the key can come through this rule. */
  | { skipped: string }
  | { refused: string };

/** The team's rule with three edits: matches, backend, response headers. */
export function overlayRule(input: OverlayRuleInput): OverlayRule {
  const { rule, backend, filter } = input;
  if (rule.filters?.some(({ type }) => type === 'RequestRedirect')) {
    return { skipped: 'it redirects' };
  }
  const asked = rule.matches?.length ? rule.matches : EVERYTHING;
  const matches = asked
    .map(match => withKey(match, filter))
    .filter((match): match is RouteMatch => match !== null);
  if (matches.length === 0) {
    return { skipped: `it asks for another ${filter.name}` };
  }
  if (matches.some(match => match.headers!.length > LIMITS.headers)) {
    return {
      refused: `a match of the route has ${LIMITS.headers} headers already, there is no room for ${filter.name}`,
    };
  }
  const filters = markResponses(rule.filters ?? [], input.key, filter.name);
  if (filters.length > LIMITS.filters) {
    return {
      refused: `a rule of the route has ${LIMITS.filters} filters already`,
    };
  }
  const { weight: _weight, namespace: _namespace, ...ref } = backend;
  return {
    rule: {
      ...rule,
      matches,
      filters,
      backendRefs: [{ ...ref, name: input.previewService }],
    },
  };
}
