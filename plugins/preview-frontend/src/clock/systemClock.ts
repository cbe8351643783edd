// SPDX-License-Identifier: Apache-2.0
import type { ClockApi } from './ClockApi';

/** The browser's own clock. */
export const systemClock: ClockApi = {
  now: () => Date.now(),
  every: (millis, callback) => {
    const timer = setInterval(callback, millis);
    return () => clearInterval(timer);
  },
  after: (millis, callback) => {
    const timer = setTimeout(callback, millis);
    return () => clearTimeout(timer);
  },
};
