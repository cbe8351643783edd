// SPDX-License-Identifier: Apache-2.0
import { useCallback } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import { previewApiRef } from '../apis/previewApiRef';
import { isMoving } from '../model/phases';
import { useLive } from './useLive';

/** One preview, kept fresh. */
export function useSession(id: string) {
  const api = useApi(previewApiRef);
  const load = useCallback(
    (signal: AbortSignal) => api.getSession(id, { signal }),
    [api, id],
  );
  return useLive(load, {
    concerns: ({ ids }) => ids.includes(id),
    isMoving,
  });
}
