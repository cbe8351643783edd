// SPDX-License-Identifier: Apache-2.0
import { useEffect, useState } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import type {
  PreflightReport,
  StartRequest,
} from '@preview-environments/backstage-plugin-preview-common';
import { previewApiRef } from '../apis/previewApiRef';
import { useDebounced } from '../clock/useDebounced';
import { type Refusal, readRefusal } from '../model/refusal';

/** What is known of a start that was not made yet. */
export type Preflight =
  | { state: 'waiting' }
  | { state: 'running'; last: PreflightReport | null }
  | { state: 'done'; report: PreflightReport }
  /** The backend refused the request as such. */
  | { state: 'refused'; refusal: Refusal }
  /** The question could not be asked; a start may still succeed. */
  | { state: 'unknown' };

const PAUSE_MILLIS = 400;

/** Asks what a start would do, once the typing pauses. */
export function usePreflight(request: StartRequest | null): Preflight {
  const api = useApi(previewApiRef);
  const asked = JSON.stringify(request);
  const settled = useDebounced(asked, PAUSE_MILLIS);
  const [answer, setAnswer] = useState<{ to: string; result: Preflight }>();
  const [last, setLast] = useState<PreflightReport | null>(null);

  useEffect(() => {
    const body = JSON.parse(settled) as StartRequest | null;
    if (!body) return undefined;
    const abort = new AbortController();
    const settle = (result: Preflight) => {
      if (!abort.signal.aborted) setAnswer({ to: settled, result });
    };
    api.preflight(body, { signal: abort.signal }).then(
      report => {
        settle({ state: 'done', report });
        setLast(report);
      },
      error => {
        const refusal = readRefusal(error);
        settle(
          refusal.code ? { state: 'refused', refusal } : { state: 'unknown' },
        );
      },
    );
    return () => abort.abort();
  }, [api, settled]);

  if (!request) {
    return { state: 'waiting' };
  }
  return answer?.to === asked ? answer.result : { state: 'running', last };
}
