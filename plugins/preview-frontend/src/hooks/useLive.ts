// SPDX-License-Identifier: Apache-2.0
import { useCallback, useEffect, useRef, useState } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import { clockApiRef } from '../clock/ClockApi';
import {
  noSignal,
  type SessionSignal,
  useSessionSignals,
} from './useSessionSignals';

/** Something loaded that stays fresh. */
export interface Live<T> {
  /** The newest that is known; stays while the next is loaded. */
  value: T | undefined;
  /** Why the last attempt failed, `undefined` once one succeeded. */
  error: unknown;
  reload: () => void;
  /** Puts in what an action answered, before the next load confirms it. */
  patch: (change: (value: T) => T) => void;
}

/** Only for portals without signals, and for signals that got lost. */
const POLL_MILLIS = 30_000;

/** After an error: the next tries, until the poll is sooner. */
const RETRY_MILLIS = [2_000, 4_000, 8_000, 16_000];

/** While somebody watches something happen: no signal comes without a connection. */
const MOVING_MILLIS = 5_000;

/**
 * Once after the first load: Backstage's signals connect within a second, or
 * again five seconds later, and what they would have said before is lost.
 */
const CATCH_UP_MILLIS = 8_000;

/** What decides how often something is loaded. */
export interface Freshness<T> {
  /** Whether a signal is about it. */
  concerns: (signal: SessionSignal) => boolean;
  /** Whether its next state is soon to be expected. Stable between renders. */
  isMoving?: (value: T) => boolean;
  /**
   * Least time between two loads that signals ask for: where every preview of
   * a portal concerns a list, it must not load without end.
   */
  restMillis?: number;
}

const isStill = () => false;

/**
 * Loads at once, at each signal that concerns it, and every 30 s; sooner at
 * first, while it moves, and after an error, so that a portal that comes back
 * is noticed. There is never more than one request under way: whatever happens
 * meanwhile makes one more follow.
 *
 * @param load - stable between renders as long as it loads the same thing
 */
export function useLive<T>(
  load: (signal: AbortSignal) => Promise<T>,
  { concerns, isMoving = isStill, restMillis = 0 }: Freshness<T>,
): Live<T> {
  const clock = useApi(clockApiRef);
  const [state, setState] = useState<{ value?: T; error?: unknown }>({});
  const reload = useRef<() => void>(() => {});
  const nudge = useRef<() => void>(() => {});
  // Set by a patch: an answer asked for before it would undo it.
  const overtaken = useRef(false);
  const isSignalled = concerns !== noSignal;

  useEffect(() => {
    const abort = new AbortController();
    let busy = false;
    let again = false;
    let failures = 0;
    let catchUp = isSignalled ? CATCH_UP_MILLIS : undefined;
    let cancelNext = () => {};
    const plan = (wait: number | undefined) => {
      cancelNext();
      if (wait) cancelNext = clock.after(wait, () => reload.current());
    };
    const run = async () => {
      if (busy) {
        again = true;
        return;
      }
      busy = true;
      cancelNext();
      do {
        again = false;
        overtaken.current = false;
        try {
          const value = await load(abort.signal);
          failures = 0;
          if (!abort.signal.aborted) {
            if (!overtaken.current) setState({ value });
            plan(isMoving(value) ? MOVING_MILLIS : catchUp);
            catchUp = undefined;
          }
        } catch (error) {
          if (!abort.signal.aborted) {
            setState(({ value }) => ({ value, error }));
            plan(RETRY_MILLIS.at(failures));
            failures += 1;
          }
        }
      } while (again && !abort.signal.aborted);
      busy = false;
    };
    let restsUntil = 0;
    let cancelRest: (() => void) | null = null;
    const loadAndRest = () => {
      cancelRest = null;
      restsUntil = clock.now() + restMillis;
      run();
    };
    setState({});
    reload.current = run;
    nudge.current = () => {
      if (clock.now() >= restsUntil) loadAndRest();
      else cancelRest ??= clock.after(restsUntil - clock.now(), loadAndRest);
    };
    run();
    const stop = clock.every(POLL_MILLIS, run);
    return () => {
      stop();
      cancelRest?.();
      cancelNext();
      abort.abort();
    };
  }, [clock, load, isMoving, isSignalled, restMillis]);

  useSessionSignals(signal => {
    if (concerns(signal)) nudge.current();
  });

  return {
    value: state.value,
    error: state.error,
    reload: useCallback(() => reload.current(), []),
    patch: useCallback(change => {
      overtaken.current = true;
      setState(({ value, error }) => ({
        value: value === undefined ? value : change(value),
        error,
      }));
      reload.current();
    }, []),
  };
}
