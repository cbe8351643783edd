// SPDX-License-Identifier: Apache-2.0
import { resolve } from 'node:path';
import { connect } from './api.mjs';
import { findBound, bindingLine } from './binding.mjs';
import { writeCatalog } from './catalog.mjs';
import { findGateway, gatewayLine } from './gateway.mjs';
import { findMissingRights, rightsLine } from './rights.mjs';

/** Name under which the portal knows the user's cluster. */
const CLUSTER = 'cluster';

/**
 * Looks at a cluster that exists, says what it finds in one line each, and
 * answers how the portal reaches it. Writes nothing to the cluster.
 * @throws Error with what to apply first, where previews could not run
 */
export async function existingCluster({ kubeconfig, context }) {
  const file = resolve(kubeconfig);
  const api = await connect(file, context);
  console.log(`✓ cluster: ${api.server} answers`);

  const bound = await findBound(api);
  const namespaces = [...new Set(bound.map(workload => workload.namespace))];
  const missing = await findMissingRights(api, namespaces);
  const gateway = await findGateway(api, namespaces);

  const lines = [
    bindingLine(bound),
    rightsLine(missing, namespaces, api.user),
    gatewayLine(gateway, namespaces),
  ];
  for (const { ok, says, needs } of lines) {
    console.log(`${ok ? '✓' : '✗'} ${says}`);
    if (needs) {
      console.log(`\n${needs}\n`);
    }
  }
  if (lines.some(line => line.stops)) {
    throw new Error(
      'Not started: apply what is printed above, then try again.',
    );
  }
  return {
    kubeconfig: file,
    gateway: gateway.url,
    pid: null,
    component: bound[0].entityRef.split('/').at(-1),
    config: {
      clusters: [portalEntry(api, file, namespaces, gateway)],
      catalog: writeCatalog(bound, CLUSTER),
    },
  };
}

function portalEntry(api, file, namespaces, gateway) {
  return {
    name: CLUSTER,
    kubeconfig: { file, context: api.context },
    namespaces,
    driver: 'kubernetes',
    ...(gateway.url && { gateway: { url: gateway.url } }),
  };
}
