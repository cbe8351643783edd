// SPDX-License-Identifier: Apache-2.0

/** Ends a timer; calling it twice is harmless. */
export type Cancel = () => void;

/** The only source of time. Moments are epoch milliseconds. */
export interface Clock {
  now(): number;
  /**
   * Calls `fn` once at `at`, or soon when that has passed. A moment further
   * ahead than {@link LONGEST_TIMER} fires early, at that distance: look at
   * the clock again.
   */
  setTimer(at: number, fn: () => void): Cancel;
}

/** Node fires timers beyond 24.8 days at once, so none is ever that long. */
export const LONGEST_TIMER = 60_000;

/** The clock of this process. */
export const processClock: Clock = {
  now: () => Date.now(),
  setTimer(at, fn) {
    const delay = Math.min(Math.max(at - Date.now(), 0), LONGEST_TIMER);
    const timer = setTimeout(fn, delay);
    return () => clearTimeout(timer);
  },
};

/** Resolves at `at`, or as soon as the signal aborts. */
export function sleepUntil(
  clock: Clock,
  at: number,
  signal?: AbortSignal,
): Promise<void> {
  return new Promise(resolve => {
    if (signal?.aborted) {
      resolve();
      return;
    }
    let cancel: Cancel = () => {};
    const done = () => {
      cancel();
      signal?.removeEventListener('abort', done);
      resolve();
    };
    cancel = clock.setTimer(at, done);
    signal?.addEventListener('abort', done, { once: true });
  });
}
