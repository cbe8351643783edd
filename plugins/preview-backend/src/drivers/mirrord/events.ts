// SPDX-License-Identifier: Apache-2.0
import type { ClusterEvent } from '@preview-environments/backstage-plugin-preview-common';
import type { SessionIdentity } from '@preview-environments/backstage-plugin-preview-node';
import type { Cluster } from '../kubernetes/cluster/Cluster';
import { clusterEvents } from '../kubernetes/observe/clusterEvents';
import { readPods, readSessions } from './cluster';

/** Events about the operator's resources of a session and about their pods. */
export async function readEvents(
  cluster: Cluster,
  session: SessionIdentity,
): Promise<ClusterEvent[]> {
  const { namespace } = session;
  const sessions = await readSessions(cluster, session);
  const pods = await Promise.all(
    sessions.map(each => readPods(cluster, namespace, each)),
  );
  const resources = sessions.map(({ metadata }) => ({
    name: metadata.name,
    uid: metadata.uid ?? '',
  }));
  return clusterEvents(cluster, namespace, [...resources, ...pods.flat()]);
}
