// SPDX-License-Identifier: Apache-2.0
import { useCallback } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import type {
  EnvironmentSummary,
  Page,
  PreviewSession,
} from '@preview-environments/backstage-plugin-preview-common';
import { previewApiRef } from '../apis/previewApiRef';
import { isMoving } from '../model/phases';
import { type PreviewFilter, toSessionQuery } from '../model/previewFilter';
import { type Live, useLive } from './useLive';
import { LIST } from './useSessionSignals';

/** As many rows as one looks through; the rest is one step away. */
const PAGE = 25;

/** What nobody waits for is counted less often. */
const COUNT = { ...LIST, restMillis: 5000 };

const MOVING_LIST = {
  ...LIST,
  isMoving: ({ items }: Page<EnvironmentSummary>) =>
    items.some(({ sessions }) => sessions.some(isMoving)),
};

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
        { ...query, limit: PAGE, cursor, count: true },
        { signal },
      );
    },
    [api, filter, mine, cursor],
  );
  return useLive(load, MOVING_LIST);
}

/**
 * How many of them end before a moment: a number, or `1000+`; `undefined`
 * until known.
 */
export function useEndingBefore(
  filter: PreviewFilter,
  mine: string[],
  expiresBefore: string,
): string | undefined {
  const api = useApi(previewApiRef);
  const load = useCallback(
    async (signal: AbortSignal) => {
      const { active: _, ...query } = toSessionQuery(filter, mine);
      const { count } = await api.listEnvironments(
        { ...query, expiresBefore, limit: 1, count: true },
        { signal },
      );
      return count;
    },
    [api, filter, mine, expiresBefore],
  );
  return useLive(load, COUNT).value;
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
  return useLive(load, LIST);
}
