// SPDX-License-Identifier: Apache-2.0
import { useCallback } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import { previewApiRef } from '../apis/previewApiRef';
import { useLive } from './useLive';
import { noSignal } from './useSessionSignals';

/** How far the audit log is sealed and anchored. */
export function useAuditState() {
  const api = useApi(previewApiRef);
  const load = useCallback(
    (signal: AbortSignal) => api.auditState({ signal }),
    [api],
  );
  return useLive(load, { concerns: noSignal });
}
