// SPDX-License-Identifier: Apache-2.0
import { Cancel } from '../clock';
import { ManualClock } from '../../ManualClock';

/** A clock that stands still and tells when something has been planned on it. */
export class TellingClock extends ManualClock {
  readonly #planned = new Set<number>();
  readonly #waiting = new Map<number, () => void>();

  constructor() {
    super(0);
  }

  after(ms: number, callback: () => void): Cancel {
    this.#planned.add(ms);
    this.#waiting.get(ms)?.();
    return super.after(ms, callback);
  }

  /** Resolves once something has been planned for just this many milliseconds later. */
  planned(ms: number): Promise<void> {
    if (this.#planned.has(ms)) return Promise.resolve();
    return new Promise(resolve => {
      this.#waiting.set(ms, resolve);
    });
  }
}
