// SPDX-License-Identifier: Apache-2.0
import type { FoundSession } from '@preview-environments/backstage-plugin-preview-node';
import type { Cluster } from './cluster/Cluster';
import { hasStatus } from './cluster/KubeError';
import type { KubeObject } from './model';
import { OURS } from './objects/marks';
import { WATCHED } from './state/kinds';
import { noObjects, type SessionObjects, type View } from './state/views';
import { millis } from './state/time';

/** Every session of ours, read from the cluster itself: the sweep trusts no memory. */
export async function listSessions(cluster: Cluster): Promise<FoundSession[]> {
  const found = await Promise.all(
    cluster.config.namespaces.map(async namespace =>
      [...(await readAll(cluster, namespace))].map(([sessionId, objects]) =>
        describe(cluster.config.name, namespace, sessionId, objects),
      ),
    ),
  );
  return found.flat();
}

async function readAll(
  cluster: Cluster,
  namespace: string,
): Promise<Map<string, SessionObjects>> {
  const sessions = new Map<string, SessionObjects>();
  await Promise.all(
    WATCHED.map(async ({ resource, ours }) => {
      if (!ours) {
        return;
      }
      const items = await cluster.client
        .list<KubeObject>(resource, namespace, { labelSelector: OURS })
        .then(list => list.items)
        .catch(error => {
          if (hasStatus(error, 404)) {
            return [];
          }
          throw error;
        });
      for (const item of items.map(ours.project)) {
        const session = sessions.get(item.sessionId) ?? noObjects();
        sessions.set(item.sessionId, session);
        (session[ours.slot] as View[]).push(item);
      }
    }),
  );
  return sessions;
}

function describe(
  cluster: string,
  namespace: string,
  sessionId: string,
  objects: SessionObjects,
): FoundSession {
  const [root] = objects.roots;
  const others: View[] = [
    ...objects.replicaSets,
    ...objects.services,
    ...objects.routes,
    ...objects.pods,
  ];
  return {
    sessionId,
    key: root?.key ?? others[0]?.key ?? '',
    cluster,
    namespace,
    handle: root?.uid ?? null,
    ownerless: others.some(({ owner }) => owner === null),
    expiresAt: millis(root?.deadline),
  };
}
