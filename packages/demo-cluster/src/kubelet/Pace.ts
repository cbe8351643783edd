// SPDX-License-Identifier: Apache-2.0
import { Clock } from '../clock';

/** How long things take on the fake node. A factor of 0 lets them happen at once. */
export class Pace {
  constructor(readonly clock: Clock, private readonly factor: number) {}

  /** Calls back after a scaled time. */
  after(ms: number, callback: () => void): () => void {
    return this.clock.after(ms * this.factor, callback);
  }

  /** Waits a scaled time. */
  sleep(ms: number): Promise<void> {
    return new Promise(resolve => {
      this.after(ms, resolve);
    });
  }
}

/** Durations at factor 1, in milliseconds. */
export const DURATIONS = {
  schedule: 150,
  sandbox: 150,
  pull: 500,
  slowPull: 20_000,
  start: 250,
  ready: 400,
  slowReady: 10_000,
  initRun: 300,
  batchRun: 1_000,
  crashAfter: 600,
  pullRetry: 10_000,
  firstBackOff: 10_000,
  longestBackOff: 300_000,
  drain: 300,
  probePeriod: 1_000,
};
