// SPDX-License-Identifier: Apache-2.0
import { previewError } from '@preview-environments/backstage-plugin-preview-common';
import type {
  DriverLogOptions,
  SessionIdentity,
} from '@preview-environments/backstage-plugin-preview-node';
import type { Cluster } from './cluster/Cluster';
import { hasStatus, KubeError } from './cluster/KubeError';
import type { PodView } from './state/views';

/** The pod whose log people want: of the newest revision, the newest. */
export function podForLogs(pods: PodView[]): PodView | null {
  const [newest] = [...pods].sort(
    (a, b) => b.revision - a.revision || b.createdAt - a.createdAt,
  );
  return newest ?? null;
}

/**
 * Refuses by name what the API server would refuse in words about the pod.
 *
 * @throws PreviewError `InvalidRequest` for a container that is not there,
 * `LogsNotKept` for one that has not run before
 */
export function refuseContainer(
  pod: Pick<PodView, 'containers' | 'mainContainer'>,
  { container, previous }: Pick<DriverLogOptions, 'container' | 'previous'>,
): void {
  const wanted = container ?? pod.mainContainer;
  const found = pod.containers.find(({ name }) => name === wanted);
  if (container !== undefined && !found && pod.containers.length > 0) {
    const names = pod.containers.map(({ name }) => name).join(', ');
    throw previewError('InvalidRequest', {
      message: `The preview has no container "${container}"; it has ${names}.`,
      hint: 'Name one of them, or leave the field out for the main one.',
      field: 'container',
    });
  }
  if (previous && found?.lastTerminated === null) {
    throw previewError('LogsNotKept', {
      message: `The container ${found.name} was not restarted, so there is no earlier log.`,
      hint: 'Leave "previous" out.',
      field: 'previous',
    });
  }
}

/**
 * @throws PreviewError `TargetNotFound` while there is no pod or no log
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
    throw noLogYet('The preview has no pod, so there is no log yet.');
  }
  refuseContainer(pod, options);
  const { follow, container, tailLines, previous, sinceTime } = options;
  const query = {
    container: container ?? pod.mainContainer ?? undefined,
    follow: follow ? 'true' : undefined,
    previous: previous ? 'true' : undefined,
    tailLines: tailLines?.toString(),
    sinceTime:
      sinceTime === undefined ? undefined : new Date(sinceTime).toISOString(),
  };
  try {
    return await cluster.client.podLog(
      session.namespace,
      pod.name,
      query,
      signal,
    );
  } catch (error) {
    // The container is still to start, or its pod went just now.
    if (error instanceof KubeError && hasStatus(error, 400, 404)) {
      throw noLogYet(`There is no log to read: ${error.status.message}.`);
    }
    throw error;
  }
}

function noLogYet(message: string) {
  return previewError('TargetNotFound', {
    message,
    hint: 'Look again when the step "started" is done.',
  });
}
