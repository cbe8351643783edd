// SPDX-License-Identifier: Apache-2.0
import { setTimeout as sleep } from 'node:timers/promises';

/** The only place that knows what time it is. */
export interface Clock {
  /** Epoch milliseconds. */
  now(): number;
  sleep(millis: number): Promise<void>;
}

/** The clock of this machine. */
export const systemClock: Clock = {
  now: () => Date.now(),
  sleep: async millis => {
    await sleep(millis);
  },
};
