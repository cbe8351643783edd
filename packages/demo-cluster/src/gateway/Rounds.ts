// SPDX-License-Identifier: Apache-2.0
import { Clock } from './clock';

// Of a second of changes without end, at most a fifth goes into rounds.
const REST_PER_WORK = 4;
const SHORTEST_REST_MS = 2;

/**
 * Runs one round of work for many nudges: at once after quiet, then with rests in between, the
 * longer the work takes. Nudges during work or rest lead to exactly one more round.
 */
export class Rounds {
  readonly #clock: Clock;
  readonly #work: () => void;
  #nudged = false;
  #resting = false;
  #stopped = false;

  constructor(clock: Clock, work: () => void) {
    this.#clock = clock;
    this.#work = work;
  }

  nudge(): void {
    if (this.#nudged || this.#stopped) return;
    this.#nudged = true;
    // Events that arrive together make one round.
    if (!this.#resting) setImmediate(() => this.#run());
  }

  stop(): void {
    this.#stopped = true;
  }

  #run(): void {
    if (this.#stopped) return;
    this.#nudged = false;
    this.#resting = true;
    const started = this.#clock.now();
    this.#work();
    const took = this.#clock.now() - started;
    const rest = Math.max(took * REST_PER_WORK, SHORTEST_REST_MS);
    this.#clock.after(rest, () => {
      this.#resting = false;
      if (this.#nudged) this.#run();
    });
  }
}
