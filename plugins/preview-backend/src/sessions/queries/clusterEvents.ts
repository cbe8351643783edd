// SPDX-License-Identifier: Apache-2.0
import type { ClusterEvents } from '@preview-environments/backstage-plugin-preview-common';
import type { SessionRecord } from '../../database/SessionRecord';
import { askDriver } from '../../drivers/askDriver';
import type { SessionContext } from '../SessionContext';

/**
 * What the cluster says about a preview. Of one that is over nothing is
 * asked: its objects are gone, and what explained its end is kept with it.
 *
 * @throws PreviewError `Forbidden`, `ClusterUnreachable`
 */
export async function clusterEvents(
  { drivers }: Pick<SessionContext, 'drivers'>,
  session: SessionRecord,
): Promise<ClusterEvents> {
  const { id, key, cluster, namespace, handle } = session;
  if (session.endedAt !== null) {
    return { state: 'over', items: [] };
  }
  const driver = drivers.forCluster(cluster);
  if (!driver.events) {
    return { state: 'unsupported', items: [] };
  }
  const which = { sessionId: id, key, cluster, namespace, handle };
  const items = await askDriver(() => driver.events!(which));
  return { state: 'live', items };
}
