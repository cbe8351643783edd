// SPDX-License-Identifier: Apache-2.0
import type { FoundSession } from '@preview-environments/backstage-plugin-preview-node';
import type { Cluster } from '../kubernetes/cluster/Cluster';
import { KEY, OURS, sessionOf } from '../kubernetes/objects/marks';
import type { MirrordSession } from './model';
import { PREVIEW_SESSIONS } from './resources';

/** Every session of ours, read from the cluster itself. */
export async function listSessions(cluster: Cluster): Promise<FoundSession[]> {
  const { name, namespaces } = cluster.config;
  const found = await Promise.all(
    namespaces.map(async namespace => {
      const { items } = await cluster.client.list<MirrordSession>(
        PREVIEW_SESSIONS,
        namespace,
        { labelSelector: OURS },
      );
      const byId = new Map(items.map(item => [sessionOf(item) ?? '', item]));
      return [...byId].map(([sessionId, { metadata }]) => ({
        sessionId,
        key: metadata.labels?.[KEY] ?? '',
        cluster: name,
        namespace,
        handle: metadata.uid ?? null,
        ownerless: false,
        expiresAt: undefined,
      }));
    }),
  );
  return found.flat();
}
