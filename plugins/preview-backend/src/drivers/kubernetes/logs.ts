// SPDX-License-Identifier: Apache-2.0
import { previewError } from '@preview-environments/backstage-plugin-preview-common';
import type {
  DriverLogOptions,
  SessionIdentity,
} from '@preview-environments/backstage-plugin-preview-node';
import type { Cluster } from './cluster/Cluster';
import type { PodView } from './state/views';

/** The pod whose log people want: of the newest revision, the newest. */
export function podForLogs(pods: PodView[]): PodView | null {
  const [newest] = [...pods].sort(
    (a, b) => b.revision - a.revision || b.createdAt - a.createdAt,
  );
  return newest ?? null;
}

/**
 * @throws PreviewError `TargetNotFound` while there is no pod
 */
export async function openLogs(
  cluster: Cluster,
  session: SessionIdentity,
  options: DriverLogOptions,
  signal: AbortSignal,
): Promise<AsyncIterable<Uint8Array>> {
  const { pods } = await cluster.reader.session(
    session.namespace,
    session.sessionId,
  );
  const pod = podForLogs(pods);
  if (!pod) {
    throw previewError('TargetNotFound', {
      message: 'The preview has no pod, so there is no log yet.',
      hint: 'Look again when the step "started" is done.',
    });
  }
  const { follow, container, tailLines, previous, sinceTime } = options;
  return cluster.client.podLog(
    session.namespace,
    pod.name,
    {
      container: container ?? pod.mainContainer ?? undefined,
      follow: follow ? 'true' : undefined,
      previous: previous ? 'true' : undefined,
      tailLines: tailLines?.toString(),
      sinceTime:
        sinceTime === undefined ? undefined : new Date(sinceTime).toISOString(),
    },
    signal,
  );
}
