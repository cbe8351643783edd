// SPDX-License-Identifier: Apache-2.0
import { useCallback } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import type {
  AuditFilters,
  AuditEvent,
  Page,
} from '@preview-environments/backstage-plugin-preview-common';
import { previewApiRef } from '../apis/previewApiRef';
import { type Live, useLive } from './useLive';
import { noSignal, type SessionSignal } from './useSessionSignals';

const PAGE = 50;

/** One change of a preview is often several signals. */
const REST_MILLIS = 1000;

/**
 * One page of the audit log, the newest first.
 *
 * @param query - stable between renders as long as it asks the same
 * @param concerns - whether what a signal tells of is recorded there
 */
export function useAuditEvents(
  query: AuditFilters,
  cursor?: string,
  concerns: (signal: SessionSignal) => boolean = noSignal,
): Live<Page<AuditEvent>> {
  const api = useApi(previewApiRef);
  const load = useCallback(
    (signal: AbortSignal) =>
      api.listAuditEvents({ ...query, limit: PAGE, cursor }, { signal }),
    [api, query, cursor],
  );
  return useLive(load, { concerns, restMillis: REST_MILLIS });
}
