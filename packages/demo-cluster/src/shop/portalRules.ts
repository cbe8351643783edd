// SPDX-License-Identifier: Apache-2.0
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { loadAllYaml, V1PolicyRule, V1Role } from '@kubernetes/client-node';

// This package only ever runs from the repository.
// eslint-disable-next-line no-restricted-syntax
const repository = resolve(__dirname, '../../../..');

function shipped(name: string): V1PolicyRule[] {
  const file = resolve(repository, 'deploy/rbac', name);
  const [role]: V1Role[] = loadAllYaml(readFileSync(file, 'utf8'));
  return role.rules ?? [];
}

/**
 * What a portal's account may do in a namespace where previews run. Read from the Role that
 * adopters install, so that the demo never works by a right that they would lack.
 */
export function portalRules(): V1PolicyRule[] {
  return shipped('role.yaml');
}

/** The same for a cluster whose previews are made by the mirrord operator. */
export function mirrordPortalRules(): V1PolicyRule[] {
  return shipped('mirrord-role.yaml');
}

/** What it may do in the cluster as a whole. */
export function mirrordPortalClusterRules(): V1PolicyRule[] {
  return shipped('mirrord-clusterrole.yaml');
}

/** The same without one verb: everything works until a route is to be attached. */
export function restrictedPortalRules(): V1PolicyRule[] {
  return portalRules().map(rule =>
    rule.resources?.includes('httproutes')
      ? { ...rule, verbs: rule.verbs.filter(verb => verb !== 'patch') }
      : rule,
  );
}
