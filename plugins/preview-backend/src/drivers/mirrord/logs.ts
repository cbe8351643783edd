// SPDX-License-Identifier: Apache-2.0
import { previewError } from '@preview-environments/backstage-plugin-preview-common';
import type {
  DriverLogOptions,
  SessionIdentity,
} from '@preview-environments/backstage-plugin-preview-node';
import type { Cluster } from '../kubernetes/cluster/Cluster';
import { readPods, readSessions } from './cluster';
import { isGoing } from './observe';

/** @throws PreviewError `TargetNotFound` while there is no pod */
export async function openLogs(
  cluster: Cluster,
  session: SessionIdentity,
  options: DriverLogOptions,
  signal: AbortSignal,
): Promise<AsyncIterable<Uint8Array>> {
  const sessions = await readSessions(cluster, session);
  const current = sessions.find(each => !isGoing(each)) ?? sessions[0];
  const pods = current
    ? await readPods(cluster, session.namespace, current)
    : [];
  const [pod] = pods.sort((a, b) => b.createdAt - a.createdAt);
  if (!pod) {
    throw previewError('TargetNotFound', {
      message: 'The preview has no pod, so there is no log.',
      hint: 'Look again when it runs; an idle preview gets a pod with its first request.',
    });
  }
  const { follow, container, tailLines, previous, sinceTime } = options;
  return cluster.client.podLog(
    session.namespace,
    pod.name,
    {
      container: container ?? current.spec.target.container,
      follow: follow ? 'true' : undefined,
      previous: previous ? 'true' : undefined,
      tailLines: tailLines?.toString(),
      sinceTime:
        sinceTime === undefined ? undefined : new Date(sinceTime).toISOString(),
    },
    signal,
  );
}
