// SPDX-License-Identifier: Apache-2.0
import { useCallback } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import { previewApiRef } from '../apis/previewApiRef';
import { useLive } from './useLive';

const everySignal = () => true;

/** All running previews that the caller may see, the next to end first. */
export function useVisibleSessions() {
  const api = useApi(previewApiRef);
  const load = useCallback(
    async (signal: AbortSignal) => {
      const page = await api.listSessions(
        { active: true, order: 'expiresAt:asc', limit: 200 },
        { signal },
      );
      return page.items;
    },
    [api],
  );
  return useLive(load, everySignal);
}
