// SPDX-License-Identifier: Apache-2.0
import { useApi } from '@backstage/core-plugin-api';
import type { PreviewSession } from '@preview-environments/backstage-plugin-preview-common';
import { previewApiRef } from '../apis/previewApiRef';
import { useAttempt } from './useAttempt';

/**
 * Looks whether the key of a preview that is over is taken by one that runs,
 * which a restart would then update.
 */
export function usePresent({
  endedAt,
  ...session
}: Pick<
  PreviewSession,
  'endedAt' | 'entityRef' | 'key' | 'cluster' | 'namespace' | 'target'
>) {
  const api = useApi(previewApiRef);
  const { busy, refusal, attempt } = useAttempt();
  /** @returns what was found in a list of one or none; `null` when refused */
  const look = async (): Promise<PreviewSession[] | null> => {
    if (endedAt === null) return [];
    const { entityRef, key, cluster, namespace, target } = session;
    return attempt(async () => {
      const { items } = await api.listSessions({
        ...{ entityRef, key, cluster, namespace, target },
        active: true,
        limit: 1,
      });
      return items;
    });
  };
  return { busy, refusal, look };
}
