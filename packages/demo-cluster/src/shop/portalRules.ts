// SPDX-License-Identifier: Apache-2.0
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { loadYaml, V1PolicyRule, V1Role } from '@kubernetes/client-node';

// This package only ever runs from the repository.
// eslint-disable-next-line no-restricted-syntax
const repository = resolve(__dirname, '../../../..');
const shippedRole = resolve(repository, 'deploy/rbac/role.yaml');

/**
 * What a portal's account may do in a namespace where previews run. Read from the Role that
 * adopters install, so that the demo never works by a right that they would lack.
 */
export function portalRules(): V1PolicyRule[] {
  return loadYaml<V1Role>(readFileSync(shippedRole, 'utf8')).rules ?? [];
}

/** The same without one verb: everything works until a route is to be attached. */
export function restrictedPortalRules(): V1PolicyRule[] {
  return portalRules().map(rule =>
    rule.resources?.includes('httproutes')
      ? { ...rule, verbs: rule.verbs.filter(verb => verb !== 'patch') }
      : rule,
  );
}
