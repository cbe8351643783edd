// SPDX-License-Identifier: Apache-2.0
import { useCallback } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import type { TrafficQuery } from '@preview-environments/backstage-plugin-preview-common';
import { previewApiRef } from '../apis/previewApiRef';
import { useLive } from './useLive';
import { noSignal } from './useSessionSignals';

const MOST = 200;

/**
 * Which previews could receive traffic of a service.
 *
 * @param query - stable between renders as long as it asks the same
 */
export function useTraffic(query: TrafficQuery) {
  const api = useApi(previewApiRef);
  const load = useCallback(
    (signal: AbortSignal) => api.traffic({ ...query, limit: MOST }, { signal }),
    [api, query],
  );
  return useLive(load, { concerns: noSignal });
}
