// SPDX-License-Identifier: Apache-2.0
import { useCallback, useEffect, useState } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import type {
  Page,
  PreviewSession,
} from '@preview-environments/backstage-plugin-preview-common';
import { previewApiRef } from '../apis/previewApiRef';
import { isMoving } from '../model/phases';
import { type Live, useLive } from './useLive';
import { LIST } from './useSessionSignals';

const MOVING_LIST = {
  ...LIST,
  isMoving: (sessions: PreviewSession[]) => sessions.some(isMoving),
};

/** Running previews of an entity, newest first, kept fresh. */
export function useActiveSessions(entityRef: string) {
  const api = useApi(previewApiRef);
  const load = useCallback(
    async (signal: AbortSignal) => {
      const page = await api.listSessions(
        { entityRef, active: true, order: 'createdAt:desc', limit: 200 },
        { signal },
      );
      return page.items;
    },
    [api, entityRef],
  );
  return useLive(load, MOVING_LIST);
}

/** Previews that are over, with a way to see older ones. */
export interface EndedSessions {
  live: Live<Page<PreviewSession>>;
  /** All of them, or `1000+`; `null` where the backend does not count. */
  count: string | null;
  older: PreviewSession[];
  more: (() => Promise<void>) | null;
}

const PAGE = 10;

export function useEndedSessions(entityRef: string): EndedSessions {
  const api = useApi(previewApiRef);
  const ask = useCallback(
    (cursor: string | undefined, signal?: AbortSignal) =>
      api.listSessions(
        {
          entityRef,
          active: false,
          order: 'createdAt:desc',
          limit: PAGE,
          count: cursor ? undefined : true,
          cursor,
        },
        { signal },
      ),
    [api, entityRef],
  );
  const load = useCallback(
    (signal: AbortSignal) => ask(undefined, signal),
    [ask],
  );
  const live = useLive(load, LIST);
  const [older, setOlder] = useState<PreviewSession[]>([]);
  const [cursor, setCursor] = useState<string | null>();
  useEffect(() => {
    setOlder([]);
    setCursor(undefined);
  }, [entityRef]);

  const first = live.value?.items ?? [];
  const next = cursor === undefined ? live.value?.nextCursor : cursor;
  const more = async () => {
    const page = await ask(next ?? undefined);
    // The first page as well: what ends meanwhile pushes its last ones off it.
    setOlder(known => [...(known.length === 0 ? first : known), ...page.items]);
    setCursor(page.nextCursor);
  };
  return {
    live,
    count: live.value?.count ?? null,
    older: older.filter(({ id }) => !first.some(known => known.id === id)),
    more: next ? more : null,
  };
}
