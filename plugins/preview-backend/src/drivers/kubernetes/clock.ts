// SPDX-License-Identifier: Apache-2.0

/** Where the driver gets time from. Moments are epoch milliseconds. */
export interface DriverClock {
  now(): number;
  /** Calls `fn` once at `at` or soon after; returns what takes it back. */
  setTimer(at: number, fn: () => void): () => void;
}

/** Resolves after `ms`, or as soon as the signal aborts. */
export function pause(
  clock: DriverClock,
  ms: number,
  signal: AbortSignal,
): Promise<void> {
  return new Promise(resolve => {
    if (signal.aborted) {
      resolve();
      return;
    }
    let cancel = () => {};
    const done = () => {
      cancel();
      signal.removeEventListener('abort', done);
      resolve();
    };
    cancel = clock.setTimer(clock.now() + ms, done);
    signal.addEventListener('abort', done, { once: true });
  });
}
