// SPDX-License-Identifier: Apache-2.0

/** Takes back what was planned. Calling it twice, or too late, does nothing. */
export type Cancel = () => void;

/** The only source of time in this package, so that tests can own it. */
export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number;
  /** Calls back once, not before `ms` milliseconds have passed. */
  after(ms: number, callback: () => void): Cancel;
}

// Longer timers fire at once in Node.js.
const LONGEST_TIMER_MS = 2 ** 31 - 1;

/** The clock of the machine. Its timers keep the process alive only where it listens anyway. */
export const systemClock: Clock = {
  now: () => Date.now(),
  after(ms, callback) {
    let timer: NodeJS.Timeout;
    const arm = (left: number) => {
      const step = Math.min(Math.max(left, 0), LONGEST_TIMER_MS);
      timer = setTimeout(
        () => (left > step ? arm(left - step) : callback()),
        step,
      );
      timer.unref();
    };
    arm(ms);
    return () => clearTimeout(timer);
  },
};

/** RFC 3339 with whole seconds, as `metav1.Time`. */
export function toTime(ms: number): string {
  return `${new Date(ms).toISOString().slice(0, 19)}Z`;
}

/** RFC 3339 with microseconds, as `metav1.MicroTime`. */
export function toMicroTime(ms: number): string {
  return `${new Date(ms).toISOString().slice(0, 23)}000Z`;
}

/** RFC 3339 with nanoseconds, as the lines of a container log. */
export function toNanoTime(ms: number): string {
  return `${new Date(ms).toISOString().slice(0, 23)}000000Z`;
}

export function fromTime(time: string): number {
  return new Date(time).getTime();
}
