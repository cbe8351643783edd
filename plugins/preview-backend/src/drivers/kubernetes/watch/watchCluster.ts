// SPDX-License-Identifier: Apache-2.0
import type { DriverChange } from '@preview-environments/backstage-plugin-preview-node';
import { setMaxListeners } from 'node:events';
import type { Cluster } from '../cluster/Cluster';
import type { Touched } from '../state/KindStore';
import { WATCHED } from '../state/kinds';
import { watchKind, type WatchTools } from './watchKind';

/**
 * One watch per allowed namespace and kind, constant in the number of
 * sessions. Ends when the signal aborts, and then forgets what it knew.
 */
export async function watchCluster(
  cluster: Cluster,
  onChange: (change: DriverChange) => void,
  signal: AbortSignal,
  tools: WatchTools,
): Promise<void> {
  const { name, namespaces } = cluster.config;
  // Each watch listens for the end by its open connection or by its pause,
  // never by both; Node takes more than ten listeners for a leak.
  setMaxListeners(namespaces.length * WATCHED.length + 1, signal);
  await Promise.all(
    namespaces.map(async namespace => {
      const state = cluster.state(namespace);
      const tell = (touched: Touched) => {
        if (touched !== null) {
          onChange({
            cluster: name,
            namespace,
            sessionId: touched === 'team' ? null : touched.sessionId,
          });
        }
      };
      await Promise.all(
        WATCHED.map(kind =>
          watchKind(
            {
              client: cluster.client,
              namespace,
              kind,
              store: state.store(kind.resource)!,
              tell,
              signal,
            },
            tools,
          ),
        ),
      );
      state.forget();
    }),
  );
}
