// SPDX-License-Identifier: Apache-2.0
import { useEffect, useRef, useState } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import { previewApiRef } from '../apis/previewApiRef';
import { clockApiRef } from '../clock/ClockApi';
import {
  type LogText,
  MAX_LINES,
  NO_LOG,
  allLines,
  appendLog,
} from '../model/logLines';
import { readRefusal } from '../model/refusal';

/** Which log, and whether to stay for what is still to come. */
export interface LogChoice {
  id: string;
  container: string | null;
  previous: boolean;
  follow: boolean;
  /** Whether there can be one yet; until then nothing is asked. */
  begun: boolean;
  /** Counts up to read once more. */
  attempt: number;
}

/** A log as far as it was read. */
export interface LogState {
  log: LogText;
  /**
   * `waiting`: the connection broke; `stopped`: the container ended. After
   * both, another try follows. So it does while the backend says that there is
   * nothing to read; then `error` tells why.
   */
  state: 'reading' | 'waiting' | 'stopped' | 'ended';
  error: unknown;
}

const NOTHING: LogState = { log: NO_LOG, state: 'reading', error: undefined };

const FIRST_PAUSE_MILLIS = 2000;
const LONGEST_PAUSE_MILLIS = 30_000;

/**
 * Reads a log as it grows; leaving the page ends the request. While it is
 * followed, a connection that ends is made again: the lines are read anew and
 * replace the old ones at once, so that none is missing or there twice. The
 * pauses grow while that brings nothing: each try reads the whole log.
 */
export function useLogs(choice: LogChoice): LogState {
  const api = useApi(previewApiRef);
  const clock = useApi(clockApiRef);
  const [shown, setShown] = useState<LogState>(NOTHING);
  const shownOf = useRef<string>();
  const { id, container, previous, begun, attempt } = choice;
  const follow = choice.follow && !previous;

  useEffect(() => {
    const abort = new AbortController();
    let cancel = () => {};
    let pause = FIRST_PAUSE_MILLIS;
    let known = '';
    const read = async () => {
      const since = clock.now();
      const response = await api.logs(
        id,
        {
          follow,
          container: container ?? undefined,
          previous: previous || undefined,
          tail: MAX_LINES,
        },
        { signal: abort.signal },
      );
      const reader = response.body?.getReader();
      const decoder = new TextDecoder();
      let log = NO_LOG;
      try {
        for (;;) {
          const part = await reader?.read();
          if (!part || part.done || abort.signal.aborted) return;
          log = appendLog(log, decoder.decode(part.value, { stream: true }));
          setShown({ log, state: 'reading', error: undefined });
        }
      } finally {
        const text = allLines(log).join('\n');
        const lasted = clock.now() - since >= LONGEST_PAUSE_MILLIS;
        if (lasted || text !== known) pause = FIRST_PAUSE_MILLIS;
        known = text;
      }
    };
    const rest = () =>
      new Promise<void>(done => {
        cancel = clock.after(pause, done);
        pause = Math.min(2 * pause, LONGEST_PAUSE_MILLIS);
      });
    const run = async () => {
      while (!abort.signal.aborted) {
        const error = await read().catch(failure => failure);
        if (abort.signal.aborted) return;
        const code = error === undefined ? null : readRefusal(error).code;
        // A pod comes and goes; whatever else is refused is refused again.
        const missing = code === 'TargetNotFound';
        if (!follow || (code !== null && !missing)) {
          setShown(last => ({ ...last, state: 'ended', error }));
          return;
        }
        setShown(last => ({
          ...last,
          state: error === undefined ? 'stopped' : 'waiting',
          error: missing ? error : undefined,
        }));
        await rest();
      }
    };
    // Lines of the same log stay until they are there anew.
    const source = JSON.stringify([id, container, previous]);
    const same = shownOf.current === source;
    setShown(({ log }) => (same ? { ...NOTHING, log } : NOTHING));
    shownOf.current = source;
    if (begun) run();
    return () => {
      cancel();
      abort.abort();
    };
  }, [api, clock, id, container, previous, follow, begun, attempt]);

  return shown;
}
