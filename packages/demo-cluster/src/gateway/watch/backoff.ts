// SPDX-License-Identifier: Apache-2.0
import { Clock } from '../clock';

const FIRST_MS = 50;
const LONGEST_MS = 5_000;

/** Growing pauses between attempts; `reset` after a success, `stop` ends a pause at once. */
export class Backoff {
  readonly #clock: Clock;
  #next = FIRST_MS;
  #wake: (() => void) | null = null;
  #stopped = false;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  reset(): void {
    this.#next = FIRST_MS;
  }

  stop(): void {
    this.#stopped = true;
    this.#wake?.();
  }

  async pause(): Promise<void> {
    if (this.#stopped) return;
    const ms = this.#next;
    this.#next = Math.min(ms * 2, LONGEST_MS);
    await new Promise<void>(resolve => {
      const cancel = this.#clock.after(ms, resolve);
      this.#wake = () => {
        cancel();
        resolve();
      };
    });
    this.#wake = null;
  }
}
