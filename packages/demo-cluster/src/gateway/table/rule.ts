// SPDX-License-Identifier: Apache-2.0
import { HttpRoute, RouteFilter, RouteRule } from '../objects';
import { checkFilters, FilterProblem } from '../filters/check';
import { Backend, BackendProblem, isProblem, resolveBackend } from './backend';
import { Directory } from './Directory';
import { durationMillis } from './duration';
import { CompiledMatch, compileMatch } from './requestMatch';

/** One of the backends of a rule; `null` answers 500, since its reference leads nowhere. */
export interface WeightedBackend {
  weight: number;
  backend: Backend | null;
  filters: RouteFilter[];
}

/** A copy of requests to one more backend, of which all answers are dropped. */
export interface Mirror {
  backend: Backend;
  /** Share of the requests that is copied, 0 to 1. */
  share: number;
}

/** A rule with everything looked up, ready to serve requests. */
export interface CompiledRule {
  matches: CompiledMatch[];
  filters: RouteFilter[];
  backends: WeightedBackend[];
  mirrors: Mirror[];
  /** Milliseconds for the whole exchange; null for no limit. */
  timeout: number | null;
}

export type RuleProblem = FilterProblem | BackendProblem;

/** Checks the parts of a route that make it unacceptable to any parent. */
export function checkRules(route: HttpRoute): FilterProblem | null {
  for (const rule of route.spec.rules ?? []) {
    const problem = checkFilters(rule);
    if (problem) return problem;
    try {
      (rule.matches ?? []).forEach(compileMatch);
    } catch (error) {
      return { reason: 'UnsupportedValue', message: (error as Error).message };
    }
  }
  return null;
}

function mirrorShare(mirror: NonNullable<RouteFilter['requestMirror']>) {
  if (mirror.fraction) {
    return mirror.fraction.numerator / (mirror.fraction.denominator ?? 100);
  }
  return (mirror.percent ?? 100) / 100;
}

function shortestLimit(timeouts: RouteRule['timeouts']): number | null {
  const limits = [timeouts?.request, timeouts?.backendRequest]
    .map(durationMillis)
    .filter((limit): limit is number => limit !== null);
  return limits.length === 0 ? null : Math.min(...limits);
}

/**
 * Compiles a rule that passed `checkRules`. Backend references that lead nowhere are reported and
 * stay in the rule as an answer of 500, so that the others keep their share.
 */
export function compileRule(
  directory: Directory,
  namespace: string,
  rule: RouteRule,
): { rule: CompiledRule; problems: BackendProblem[] } {
  const problems: BackendProblem[] = [];
  const follow = (ref: Parameters<typeof resolveBackend>[2]) => {
    const found = resolveBackend(directory, namespace, ref);
    if (!isProblem(found)) return found;
    problems.push(found);
    return null;
  };
  const filters = rule.filters ?? [];
  const mirrors = filters.flatMap(({ requestMirror }) => {
    const backend = requestMirror ? follow(requestMirror.backendRef) : null;
    return backend ? [{ backend, share: mirrorShare(requestMirror!) }] : [];
  });
  const backends = (rule.backendRefs ?? []).map(ref => ({
    weight: ref.weight ?? 1,
    backend: follow(ref),
    filters: ref.filters ?? [],
  }));
  const matches = rule.matches?.length ? rule.matches : [{}];
  return {
    rule: {
      matches: matches.map(compileMatch),
      filters,
      backends,
      mirrors,
      timeout: shortestLimit(rule.timeouts),
    },
    problems,
  };
}
