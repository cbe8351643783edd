// SPDX-License-Identifier: Apache-2.0
import { Cancel, Clock } from '../clock';

/** How long something takes at factor 1. */
export interface Duration {
  ms: number;
  /** Something that a person waits for on purpose, such as a back-off: never at once. */
  patient?: boolean;
}

/** How long things take on the fake node. At factor 0 steps happen at once, patient waits in full. */
export class Pace {
  constructor(readonly clock: Clock, private readonly factor: number) {}

  /** Calls back after a scaled time. */
  after({ ms, patient }: Duration, callback: () => void): Cancel {
    if (this.factor === 0 && !patient) {
      const immediate = setImmediate(callback);
      return () => clearImmediate(immediate);
    }
    return this.clock.after(ms * (this.factor || 1), callback);
  }

  /** Waits a scaled time. */
  sleep(duration: Duration): Promise<void> {
    return new Promise(resolve => {
      this.after(duration, resolve);
    });
  }
}

const step = (ms: number): Duration => ({ ms });

export const patient = (ms: number): Duration => ({ ms, patient: true });

export const DURATIONS = {
  schedule: step(150),
  sandbox: step(150),
  pull: step(500),
  start: step(250),
  ready: step(400),
  initRun: step(300),
  batchRun: step(1_000),
  crashAfter: step(600),
  restart: step(250),
  drain: step(300),
  slowPull: patient(20_000),
  slowReady: patient(10_000),
  probePeriod: patient(1_000),
  /** Between the first failed pull and the report that the node waits. */
  pullRetry: patient(2_500),
};

/** Back-off after a failed pull or a crash, by how often it failed before. */
export function backOff(failures: number): Duration {
  return patient(Math.min(10_000 * 2 ** failures, 300_000));
}
