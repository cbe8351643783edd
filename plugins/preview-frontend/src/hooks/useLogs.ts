// SPDX-License-Identifier: Apache-2.0
import { useEffect, useState } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import { previewApiRef } from '../apis/previewApiRef';
import { type LogText, NO_LOG, appendLog } from '../model/logLines';

/** Which log, and whether to stay for what is still to come. */
export interface LogChoice {
  id: string;
  container: string | null;
  previous: boolean;
  follow: boolean;
  /** Counts up to read once more. */
  attempt: number;
}

/** A log as far as it was read. */
export interface LogState {
  log: LogText;
  state: 'reading' | 'ended';
  error: unknown;
}

const TAIL_LINES = 1000;
const NOTHING: LogState = { log: NO_LOG, state: 'reading', error: undefined };

/** Reads a log as it grows; leaving the page ends the request. */
export function useLogs(choice: LogChoice): LogState {
  const api = useApi(previewApiRef);
  const [shown, setShown] = useState<LogState>(NOTHING);
  const { id, container, previous, follow, attempt } = choice;

  useEffect(() => {
    const abort = new AbortController();
    const read = async () => {
      const response = await api.logs(
        id,
        {
          follow: follow && !previous,
          container: container ?? undefined,
          previous: previous || undefined,
          tail: TAIL_LINES,
        },
        { signal: abort.signal },
      );
      const reader = response.body?.getReader();
      const decoder = new TextDecoder();
      for (;;) {
        const part = await reader?.read();
        if (!part || part.done || abort.signal.aborted) return;
        const text = decoder.decode(part.value, { stream: true });
        setShown(known => ({ ...known, log: appendLog(known.log, text) }));
      }
    };
    setShown(NOTHING);
    read().then(
      () => {
        if (abort.signal.aborted) return;
        setShown(known => ({ ...known, state: 'ended' }));
      },
      error => {
        if (abort.signal.aborted) return;
        setShown(known => ({ ...known, state: 'ended', error }));
      },
    );
    return () => abort.abort();
  }, [api, id, container, previous, follow, attempt]);

  return shown;
}
