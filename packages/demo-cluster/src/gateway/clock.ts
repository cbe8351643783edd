// SPDX-License-Identifier: Apache-2.0

/** Takes back what was planned. Calling it twice, or too late, does nothing. */
export type Cancel = () => void;

/** Where the gateway gets its time from; it has no clock of its own. */
export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number;
  /** Calls back once, not before `ms` milliseconds have passed. */
  after(ms: number, callback: () => void): Cancel;
}

/** RFC 3339 with whole seconds, the form of times in a status. */
export function toTime(ms: number): string {
  return `${new Date(ms).toISOString().slice(0, 19)}Z`;
}
