// SPDX-License-Identifier: Apache-2.0
import type { DriverChange } from '@preview-environments/backstage-plugin-preview-node';
import type { Cluster } from '../kubernetes/cluster/Cluster';
import { sessionOf } from '../kubernetes/objects/marks';
import { KindStore } from '../kubernetes/state/KindStore';
import type { WatchedKind } from '../kubernetes/state/kinds';
import { view } from '../kubernetes/state/project';
import { watchKind, type WatchTools } from '../kubernetes/watch/watchKind';
import { PREVIEW_SESSIONS } from './resources';

/**
 * Kept only to know what is gone after a connection was lost. What others
 * started counts as well; its own UID stands for it.
 */
const SESSIONS: WatchedKind = {
  resource: PREVIEW_SESSIONS,
  idOf: object => sessionOf(object) ?? object.metadata.uid ?? null,
  ours: { slot: 'roots', project: view },
};

/** One watch per allowed namespace, constant in the number of sessions. */
export async function watchCluster(
  cluster: Cluster,
  onChange: (change: DriverChange) => void,
  signal: AbortSignal,
  tools: WatchTools,
): Promise<void> {
  const { name, namespaces } = cluster.config;
  await Promise.all(
    namespaces.map(namespace => {
      const store = new KindStore(SESSIONS);
      return watchKind(
        {
          client: cluster.client,
          namespace,
          kind: SESSIONS,
          store,
          signal,
          tell(touched) {
            if (touched !== null && touched !== 'team') {
              const { sessionId } = touched;
              const elsewhere = store
                .ofSession(sessionId)
                .some(({ uid }) => uid === sessionId);
              onChange({ cluster: name, namespace, sessionId, elsewhere });
            }
          },
        },
        tools,
      );
    }),
  );
}
