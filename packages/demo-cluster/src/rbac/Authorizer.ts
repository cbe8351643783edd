// SPDX-License-Identifier: Apache-2.0
import { Json, KubernetesObject } from '../objects';
import { MASTERS, User } from '../registry/WriteContext';
import { Store } from '../store/Store';
import { Attributes, PolicyRule, ruleAllows } from './rules';

const GROUP = 'rbac.authorization.k8s.io';

/** What anybody may ask, as `system:public-info-viewer`. */
const FOR_ANYBODY: PolicyRule[] = [
  {
    verbs: ['get'],
    nonResourceURLs: ['/healthz', '/livez', '/readyz', '/version', '/version/'],
  },
];

/** What every authenticated client needs to find its way, as `system:discovery` and its siblings. */
const FOR_ALL: PolicyRule[] = [
  {
    verbs: ['get'],
    nonResourceURLs: [
      '/api',
      '/api/*',
      '/apis',
      '/apis/*',
      '/openapi',
      '/openapi/*',
    ],
  },
  {
    verbs: ['create'],
    apiGroups: ['authorization.k8s.io'],
    resources: ['selfsubjectaccessreviews', 'selfsubjectrulesreviews'],
  },
  {
    verbs: ['create'],
    apiGroups: ['authentication.k8s.io'],
    resources: ['selfsubjectreviews'],
  },
];

/** Evaluates the Roles and Bindings in the store, as they are at the moment of the question. */
export class Authorizer {
  constructor(private readonly store: Store) {}

  allows(user: User, attributes: Attributes): boolean {
    if (user.groups.includes(MASTERS)) return true;
    return this.rulesFor(user, attributes.namespace).some(rule =>
      ruleAllows(rule, attributes),
    );
  }

  /** All rules that hold for somebody in a namespace, or for the whole cluster without one. */
  rulesFor(user: User, namespace: string | undefined): PolicyRule[] {
    if (user.groups.includes(MASTERS)) {
      return [
        { verbs: ['*'], apiGroups: ['*'], resources: ['*'] },
        { verbs: ['*'], nonResourceURLs: ['*'] },
      ];
    }
    const rules = [...FOR_ANYBODY];
    if (user.groups.includes('system:authenticated')) rules.push(...FOR_ALL);
    for (const binding of this.store.list(`clusterrolebindings.${GROUP}`)) {
      if (binds(binding, user)) rules.push(...this.#rulesOf(binding.roleRef));
    }
    if (!namespace) return rules;
    for (const binding of this.store.list(`rolebindings.${GROUP}`, namespace)) {
      if (binds(binding, user))
        rules.push(...this.#rulesOf(binding.roleRef, namespace));
    }
    return rules;
  }

  #rulesOf(roleRef: Json, namespace?: string): PolicyRule[] {
    const role =
      roleRef.kind === 'ClusterRole'
        ? this.store.get(`clusterroles.${GROUP}`, undefined, roleRef.name)
        : this.store.get(`roles.${GROUP}`, namespace, roleRef.name);
    return role?.rules ?? [];
  }
}

function binds(binding: KubernetesObject, user: User): boolean {
  return (binding.subjects ?? []).some((subject: Json) => {
    switch (subject.kind) {
      case 'User':
        return subject.name === user.name;
      case 'Group':
        return user.groups.includes(subject.name);
      case 'ServiceAccount':
        return (
          user.name ===
          `system:serviceaccount:${
            subject.namespace ?? binding.metadata.namespace
          }:${subject.name}`
        );
      default:
        return false;
    }
  });
}

/** The text of a refusal. */
export function denial(
  user: User,
  { verb, group = '', resource, subresource, namespace, path }: Attributes,
): string {
  if (path !== undefined)
    return `User "${user.name}" cannot ${verb} path "${path}"`;
  const what = subresource ? `${resource}/${subresource}` : resource;
  const where = namespace
    ? `in the namespace "${namespace}"`
    : 'at the cluster scope';
  return `User "${user.name}" cannot ${verb} resource "${what}" in API group "${group}" ${where}`;
}
