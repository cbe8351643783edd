// SPDX-License-Identifier: Apache-2.0
import { Child } from './child.mjs';
import { paths } from './paths.mjs';
import { waitFor } from './wait.mjs';

/**
 * Starts the embedded cluster; answers its child and where it is:
 * `{api, gateway, kubeconfig}`.
 */
export async function startCluster(ports, { reset }, onSpawn) {
  const child = new Child('cluster', [
    paths.clusterBin,
    ...['--data', paths.clusterData],
    ...['--api-port', String(ports.api)],
    ...['--gateway-port', String(ports.gateway)],
    ...(reset ? ['--reset'] : []),
  ]);
  onSpawn(child);
  const where = await waitFor(child, 'The demo cluster', async () =>
    readyEvent(child.output()),
  );
  return { child, where };
}

function readyEvent(output) {
  const line = output
    .split('\n')
    .find(text => text.includes('"event":"ready"'));
  return line && JSON.parse(line);
}
