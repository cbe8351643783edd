// SPDX-License-Identifier: Apache-2.0
import { startCluster } from './cluster.mjs';
import { embeddedClusters } from './config.mjs';
import { existingCluster } from './existing/index.mjs';

/**
 * The cluster that previews run in: one that the demo starts, one that it
 * started before, or the user's. `{gateway, kubeconfig, pid, component, config}`:
 * `component` is one to try; without `config` the one written before holds.
 */
export async function findCluster({ options, plan, before, onSpawn }) {
  if (options.only === 'backend') {
    const { gateway, kubeconfig, pids } = before;
    return { gateway, kubeconfig, pid: pids.cluster, component: 'checkout' };
  }
  if (options.kubeconfig) {
    return existingCluster(options);
  }
  console.log('Starting the demo cluster …');
  const { child, where } = await startCluster(plan, options, onSpawn);
  const clusters = embeddedClusters(where);
  return {
    ...where,
    pid: child.pid,
    component: 'checkout',
    config: { clusters },
  };
}
