// SPDX-License-Identifier: Apache-2.0
import type { DriverCapabilities } from '@preview-environments/backstage-plugin-preview-common';
import type { Cluster } from './cluster/Cluster';
import { judgeBackstop } from './observe/backstop';
import type { RootView } from './state/views';

/**
 * What a cluster can do. Whether it keeps deadlines shows in the roots that
 * run there: one that never started tells that it does not.
 */
export function capabilitiesOf(
  cluster: Cluster,
  now: number,
): DriverCapabilities {
  const keepsDeadlines = !cluster
    .roots()
    .some((root: RootView) => judgeBackstop(root, now).state === 'unavailable');
  return {
    steal: true,
    mirror: false,
    unfilteredMirror: false,
    inPlaceUpdate: true,
    extend: true,
    clusterDeadline: keepsDeadlines,
    replicas: true,
    verify: cluster.config.gateway.url !== null,
    dbBranch: false,
    queueSplit: false,
    share: false,
    labelModes: ['isolated'],
    filters: ['header'],
    inputs: [],
    reasons: {
      mirror: 'Copies of requests are not available here yet.',
      unfilteredMirror:
        'A route that matches every request could take the traffic of the stable version.',
      dbBranch: 'The kubernetes driver does not branch databases.',
      queueSplit: 'The kubernetes driver does not split queues.',
      share: 'Links without a header are not available here yet.',
      filters: 'The kubernetes driver knows exact headers only.',
      inputs:
        'The kubernetes driver copies the pod of the service and nothing else.',
      ...(keepsDeadlines
        ? {}
        : {
            clusterDeadline:
              'This cluster does not start the deadline of a Job without pods; the portal alone ends previews here.',
          }),
      ...(cluster.config.gateway.url === null
        ? { verify: 'gateway.url is not configured for this cluster.' }
        : {}),
    },
  };
}
