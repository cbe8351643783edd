// SPDX-License-Identifier: Apache-2.0
import type { ClockApi } from '../clock/ClockApi';

/** The moment at which every example takes place. */
export const EXAMPLE_NOW = Date.parse('2030-01-15T12:00:00.000Z');

/** A moment relative to the example's now, in seconds. */
export function inSeconds(seconds: number): string {
  return new Date(EXAMPLE_NOW + seconds * 1000).toISOString();
}

/** A clock that stands still; what should happen later happens next. */
export const stillClock: ClockApi = {
  now: () => EXAMPLE_NOW,
  every: () => () => {},
  after: (_millis, callback) => {
    let wanted = true;
    Promise.resolve().then(() => wanted && callback());
    return () => {
      wanted = false;
    };
  },
};
