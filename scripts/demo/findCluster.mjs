// SPDX-License-Identifier: Apache-2.0
import { startCluster } from './cluster.mjs';
import { embeddedClusters } from './config.mjs';
import { existingCluster } from './existing/index.mjs';

/**
 * The cluster that previews run in: one that the demo starts, one that it
 * started before, or the user's. `{gateway, kubeconfig, pid, config}`; without
 * `config` the one written before still holds.
 */
export async function findCluster({ options, plan, before, onSpawn }) {
  if (options.only === 'backend') {
    const { gateway, kubeconfig, pids } = before;
    return { gateway, kubeconfig, pid: pids.cluster };
  }
  if (options.kubeconfig) {
    return existingCluster(options);
  }
  console.log('Starting the demo cluster …');
  const { child, where } = await startCluster(plan, options, onSpawn);
  const clusters = embeddedClusters(where);
  return { ...where, pid: child.pid, config: { clusters } };
}
