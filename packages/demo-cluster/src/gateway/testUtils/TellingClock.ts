// SPDX-License-Identifier: Apache-2.0
import { ManualClock } from '../../ManualClock';
import { Cancel } from '../clock';

/** A clock that stands still and tells when something has been planned on it. */
export class TellingClock extends ManualClock {
  readonly #untold: number[] = [];
  readonly #waiting: { ms: number; tell: () => void }[] = [];

  constructor() {
    super(0);
  }

  after(ms: number, callback: () => void): Cancel {
    const cancel = super.after(ms, callback);
    const index = this.#waiting.findIndex(waiting => waiting.ms === ms);
    if (index < 0) this.#untold.push(ms);
    else this.#waiting.splice(index, 1)[0].tell();
    return cancel;
  }

  /** Resolves once something has been planned for just this many milliseconds later. */
  planned(ms: number): Promise<void> {
    const index = this.#untold.indexOf(ms);
    if (index >= 0) {
      this.#untold.splice(index, 1);
      return Promise.resolve();
    }
    return new Promise(tell => this.#waiting.push({ ms, tell }));
  }
}
