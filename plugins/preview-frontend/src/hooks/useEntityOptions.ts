// SPDX-License-Identifier: Apache-2.0
import { useCallback } from 'react';
import { parseEntityRef } from '@backstage/catalog-model';
import { useApi } from '@backstage/core-plugin-api';
import { previewApiRef } from '../apis/previewApiRef';
import { useLive } from './useLive';

/** What may be started for an entity; the quota moves with its previews. */
export function useEntityOptions(entityRef: string) {
  const api = useApi(previewApiRef);
  const load = useCallback(
    (signal: AbortSignal) =>
      api.entityOptions(parseEntityRef(entityRef), { signal }),
    [api, entityRef],
  );
  return useLive(load, signal => signal.entityRef === entityRef);
}
