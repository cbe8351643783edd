// SPDX-License-Identifier: Apache-2.0
import { Cancel, Clock } from './clock';

/** A clock for tests: it stands still until it is told to move. */
export class ManualClock implements Clock {
  readonly #planned = new Set<{ at: number; callback: () => void }>();
  #now: number;

  constructor(start: number) {
    this.#now = start;
  }

  now(): number {
    return this.#now;
  }

  after(ms: number, callback: () => void): Cancel {
    const entry = { at: this.#now + ms, callback };
    this.#planned.add(entry);
    return () => this.#planned.delete(entry);
  }

  /** Moves forward and calls, in order of time, everything that falls due on the way. */
  advance(ms: number): void {
    const end = this.#now + ms;
    for (;;) {
      const due = [...this.#planned]
        .filter(({ at }) => at <= end)
        .sort((a, b) => a.at - b.at)[0];
      if (!due) break;
      this.#planned.delete(due);
      this.#now = Math.max(this.#now, due.at);
      due.callback();
    }
    this.#now = end;
  }
}
