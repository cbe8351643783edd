// SPDX-License-Identifier: Apache-2.0
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { dumpYaml } from '@kubernetes/client-node';
import { paths } from '../paths.mjs';

/**
 * Writes a catalog of the bound workloads, all owned by the demo's engineer;
 * answers the catalog section of the configuration.
 */
export function writeCatalog(bound, cluster) {
  const entities = bound.map(workload => entityOf(workload, cluster));
  writeFileSync(
    paths.catalog,
    entities.map(entity => dumpYaml(entity)).join('---\n'),
  );
  return {
    locations: [join(paths.root, 'examples/org.yaml'), paths.catalog].map(
      target => ({ type: 'file', target }),
    ),
  };
}

function entityOf({ entityRef, namespace, target }, cluster) {
  const match = /^(?:([^:/]+):)?(?:([^:/]+)\/)?([^:/]+)$/.exec(entityRef);
  if (!match) {
    throw new Error(
      `✗ binding: ${target} in ${namespace} names ${entityRef}, which is no entity ref`,
    );
  }
  const [, kind = 'component', space = 'default', name] = match;
  if (kind.toLowerCase() !== 'component') {
    throw new Error(
      `✗ binding: ${target} in ${namespace} names a ${kind}; the demo takes components`,
    );
  }
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      name,
      namespace: space,
      annotations: {
        'preview-environments.io/cluster': cluster,
        'preview-environments.io/namespace': namespace,
        'preview-environments.io/target': target,
      },
    },
    spec: {
      type: 'service',
      lifecycle: 'production',
      owner: 'group:default/team-payments',
    },
  };
}
