// SPDX-License-Identifier: Apache-2.0
import { useCallback } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import { previewApiRef } from '../apis/previewApiRef';
import { useLive } from './useLive';

/** What the cluster says about a preview, kept fresh. */
export function useClusterEvents(id: string) {
  const api = useApi(previewApiRef);
  const load = useCallback(
    (signal: AbortSignal) => api.clusterEvents(id, { signal }),
    [api, id],
  );
  return useLive(load, { concerns: ({ ids }) => ids.includes(id) });
}
