// SPDX-License-Identifier: Apache-2.0
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { dumpYaml, loadAllYaml } from '@kubernetes/client-node';
import { paths } from '../paths.mjs';

/** Rights of the shipped Role that the kubeconfig's user lacks. */
export async function findMissingRights(api, namespaces) {
  const wanted = shippedRules().flatMap(rule =>
    rule.apiGroups.flatMap(group =>
      rule.resources.flatMap(resource =>
        rule.verbs.map(verb => ({ group, resource, verb })),
      ),
    ),
  );
  const answers = await Promise.all(
    namespaces.flatMap(namespace =>
      wanted.map(async right => {
        const [resource, subresource] = right.resource.split('/');
        const allowed = await api.mayI({
          namespace,
          group: right.group,
          verb: right.verb,
          resource,
          subresource,
        });
        return allowed ? null : { ...right, namespace };
      }),
    ),
  );
  return answers.filter(Boolean);
}

/** One line on the rights, and the Role to apply where some are missing. */
export function rightsLine(missing, namespaces, user) {
  if (namespaces.length === 0) {
    return { ok: false, says: 'rights: not checked, since nothing is bound' };
  }
  if (missing.length === 0) {
    return {
      ok: true,
      says: `rights: ${user} may do all that previews need in ${namespaces.join(
        ', ',
      )}`,
    };
  }
  const examples = missing
    .slice(0, 3)
    .map(
      ({ verb, resource, namespace }) => `${verb} ${resource} in ${namespace}`,
    );
  const more = missing.length > 3 ? ` and ${missing.length - 3} more` : '';
  const lacking = [...new Set(missing.map(({ namespace }) => namespace))];
  return {
    ok: false,
    stops: true,
    says: `rights: ${user} may not ${examples.join(', ')}${more}`,
    needs: `kubectl apply -f - <<'EOF'\n${lacking
      .flatMap(namespace => manifests(namespace, user))
      .map(manifest => dumpYaml(manifest))
      .join('---\n')}EOF`,
  };
}

function manifests(namespace, user) {
  const rbac = 'rbac.authorization.k8s.io';
  const metadata = { name: 'preview-environments', namespace };
  return [
    { apiVersion: `${rbac}/v1`, kind: 'Role', metadata, rules: shippedRules() },
    {
      apiVersion: `${rbac}/v1`,
      kind: 'RoleBinding',
      metadata,
      roleRef: { apiGroup: rbac, kind: 'Role', name: metadata.name },
      subjects: [{ apiGroup: rbac, kind: 'User', name: user }],
    },
  ];
}

/** The rules of the Role that is shipped for portals. */
function shippedRules() {
  const manifest = join(paths.root, 'deploy/rbac/role.yaml');
  return loadAllYaml(readFileSync(manifest, 'utf8'))
    .filter(({ kind }) => kind === 'Role')
    .flatMap(role => role.rules);
}
