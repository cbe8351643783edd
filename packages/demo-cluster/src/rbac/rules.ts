// SPDX-License-Identifier: Apache-2.0

/** `rbac.authorization.k8s.io` PolicyRule. */
export interface PolicyRule {
  verbs: string[];
  apiGroups?: string[];
  resources?: string[];
  resourceNames?: string[];
  nonResourceURLs?: string[];
}

/** What somebody wants to do. */
export interface Attributes {
  verb: string;
  group?: string;
  resource?: string;
  subresource?: string;
  name?: string;
  namespace?: string;
  /** For requests that are not about a resource. */
  path?: string;
}

const has = (list: string[] | undefined, value: string): boolean =>
  list !== undefined && (list.includes('*') || list.includes(value));

/** Whether one rule allows one thing. */
export function ruleAllows(
  rule: PolicyRule,
  { verb, group = '', resource, subresource, name, path }: Attributes,
): boolean {
  if (!has(rule.verbs, verb)) return false;
  if (path !== undefined)
    return (rule.nonResourceURLs ?? []).some(pattern =>
      pathMatches(pattern, path),
    );
  if (!has(rule.apiGroups, group)) return false;
  const wanted = subresource ? `${resource}/${subresource}` : resource ?? '';
  const covers =
    has(rule.resources, wanted) ||
    (subresource !== undefined &&
      (rule.resources ?? []).includes(`*/${subresource}`));
  if (!covers) return false;
  return (
    !rule.resourceNames?.length ||
    (name !== undefined && rule.resourceNames.includes(name))
  );
}

function pathMatches(pattern: string, path: string): boolean {
  return pattern.endsWith('*')
    ? path.startsWith(pattern.slice(0, -1))
    : pattern === path;
}
