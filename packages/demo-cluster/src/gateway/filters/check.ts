// SPDX-License-Identifier: Apache-2.0
import { RouteFilter, RouteRule } from '../objects';

/** Why a rule cannot be honoured as a whole: a reason of the route's Accepted condition. */
export interface FilterProblem {
  reason: 'UnsupportedValue' | 'IncompatibleFilters';
  message: string;
}

const anywhere = ['RequestHeaderModifier', 'ResponseHeaderModifier'];
const onRules = [...anywhere, 'URLRewrite', 'RequestRedirect', 'RequestMirror'];
const pathModifiers = ['ReplaceFullPath', 'ReplacePrefixMatch'];

function checkList(
  filters: RouteFilter[],
  supported: string[],
): FilterProblem | null {
  const seen = new Set<string>();
  for (const { type } of filters) {
    if (!supported.includes(type)) {
      return {
        reason: 'UnsupportedValue',
        message: `filter ${type} is not supported here`,
      };
    }
    if (seen.has(type) && type !== 'RequestMirror') {
      return {
        reason: 'IncompatibleFilters',
        message: `filter ${type} may occur only once in a rule`,
      };
    }
    seen.add(type);
  }
  if (seen.has('URLRewrite') && seen.has('RequestRedirect')) {
    return {
      reason: 'IncompatibleFilters',
      message: 'filters URLRewrite and RequestRedirect exclude each other',
    };
  }
  return null;
}

function checkPathModifiers(rule: RouteRule): FilterProblem | null {
  const types = (rule.filters ?? [])
    .map(filter => (filter.urlRewrite ?? filter.requestRedirect)?.path?.type)
    .filter((type): type is string => type !== undefined);
  const unknown = types.find(type => !pathModifiers.includes(type));
  if (unknown) {
    return {
      reason: 'UnsupportedValue',
      message: `path modifier ${unknown} is not supported`,
    };
  }
  const onlyPrefixes = (rule.matches ?? []).every(
    match => (match.path?.type ?? 'PathPrefix') === 'PathPrefix',
  );
  if (types.includes('ReplacePrefixMatch') && !onlyPrefixes) {
    return {
      reason: 'IncompatibleFilters',
      message: 'ReplacePrefixMatch needs matches of type PathPrefix',
    };
  }
  return null;
}

/** Looks for filters of a rule and of its backends that this gateway cannot honour. */
export function checkFilters(rule: RouteRule): FilterProblem | null {
  const ofRule =
    checkList(rule.filters ?? [], onRules) ?? checkPathModifiers(rule);
  if (ofRule) return ofRule;
  for (const backend of rule.backendRefs ?? []) {
    const ofBackend = checkList(backend.filters ?? [], anywhere);
    if (ofBackend) return ofBackend;
  }
  return null;
}
