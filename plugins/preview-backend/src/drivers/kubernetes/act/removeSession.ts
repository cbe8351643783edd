// SPDX-License-Identifier: Apache-2.0
import type { SessionIdentity } from '@preview-environments/backstage-plugin-preview-node';
import type { Builders } from '../builders';
import type { Cluster } from '../cluster/Cluster';
import {
  HTTP_ROUTES,
  JOBS,
  PODS,
  REPLICA_SETS,
  type Resource,
  SERVICES,
} from '../cluster/resources';
import type { SessionObjects, View } from '../state/views';
import { Writer } from './Writer';

/**
 * The route goes first and by itself: the garbage collector keeps no order,
 * and a route to ending pods answers with errors. Then the root, which takes
 * the rest with it; what has lost its root is deleted one by one.
 */
export async function removeSession(
  cluster: Cluster,
  builders: Builders,
  session: SessionIdentity,
  { keepPods = false }: { keepPods?: boolean },
): Promise<'accepted' | 'gone'> {
  const objects = await cluster.reader.remains(session);
  const writer = new Writer(cluster, builders);
  const present = Object.values(objects).flat().length > 0;
  for (const route of objects.routes.filter(each => !each.deleting)) {
    await writer.remove(HTTP_ROUTES, route);
  }
  if (!keepPods) {
    for (const root of objects.roots.filter(each => !each.deleting)) {
      await writer.remove(JOBS, root);
    }
    await removeOrphans(objects, writer);
  }
  return present ? 'accepted' : 'gone';
}

/**
 * Objects that lost their owner reference: nothing else would ever remove
 * them. Those that still name a root which is gone are the garbage
 * collector's.
 */
async function removeOrphans(
  objects: SessionObjects,
  writer: Writer,
): Promise<void> {
  const orphans: [Resource, View[]][] = [
    [SERVICES, objects.services],
    [REPLICA_SETS, objects.replicaSets],
    [PODS, objects.pods],
  ];
  for (const [resource, views] of orphans) {
    for (const view of views) {
      if (view.owner === null && !view.deleting) {
        await writer.remove(resource, view);
      }
    }
  }
}
