// SPDX-License-Identifier: Apache-2.0
import type { ClockApi } from '../clock/ClockApi';

/** The moment at which every example takes place. */
export const EXAMPLE_NOW = Date.parse('2030-01-15T12:00:00.000Z');

/** A moment relative to the example's now, in seconds. */
export function inSeconds(seconds: number): string {
  return new Date(EXAMPLE_NOW + seconds * 1000).toISOString();
}

/** What is due within this happens at once; the rest never does. */
const SOON_MILLIS = 1000;

/** A clock that stands still. */
export const stillClock: ClockApi = {
  now: () => EXAMPLE_NOW,
  every: () => () => {},
  after: (millis, callback) => {
    let wanted = millis < SOON_MILLIS;
    Promise.resolve().then(() => wanted && callback());
    return () => {
      wanted = false;
    };
  },
};
