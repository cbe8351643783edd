// SPDX-License-Identifier: Apache-2.0
import { useCallback } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import type {
  EnvironmentSummary,
  Page,
  PreviewSession,
} from '@preview-environments/backstage-plugin-preview-common';
import { previewApiRef } from '../apis/previewApiRef';
import { type PreviewFilter, toSessionQuery } from '../model/previewFilter';
import { type Live, useLive } from './useLive';
import { everySignal } from './useSessionSignals';

/** As many rows as one looks through; the rest is one step away. */
const PAGE = 25;

/** One page of running previews by key, kept fresh. */
export function useEnvironments(
  filter: PreviewFilter,
  mine: string[],
  cursor: string | undefined,
): Live<Page<EnvironmentSummary>> {
  const api = useApi(previewApiRef);
  const load = useCallback(
    (signal: AbortSignal) => {
      const { active: _, ...query } = toSessionQuery(filter, mine);
      return api.listEnvironments(
        { ...query, limit: PAGE, cursor, count: cursor === undefined },
        { signal },
      );
    },
    [api, filter, mine, cursor],
  );
  return useLive(load, everySignal);
}

/** One page of previews that are over. */
export function useEndedPage(
  filter: PreviewFilter,
  mine: string[],
  cursor: string | undefined,
): Live<Page<PreviewSession>> {
  const api = useApi(previewApiRef);
  const load = useCallback(
    (signal: AbortSignal) =>
      api.listSessions(
        {
          ...toSessionQuery(filter, mine),
          limit: PAGE,
          cursor,
          count: cursor === undefined,
        },
        { signal },
      ),
    [api, filter, mine, cursor],
  );
  return useLive(load, everySignal);
}
