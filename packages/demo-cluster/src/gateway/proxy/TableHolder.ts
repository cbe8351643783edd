// SPDX-License-Identifier: Apache-2.0
import { Clock } from '../clock';
import { RouteTable } from '../table/table';

/** The table in force. It is replaced as a whole, so no request ever sees half of a change. */
export class TableHolder {
  readonly #clock: Clock;
  readonly #waiting = new Set<() => void>();
  #current: RouteTable = [];

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  get current(): RouteTable {
    return this.#current;
  }

  replace(table: RouteTable): void {
    this.#current = table;
    for (const wake of [...this.#waiting]) wake();
  }

  /** Resolves at the next replacement, or after `ms` milliseconds. */
  nextReplacement(ms: number): Promise<void> {
    return new Promise(resolve => {
      let cancel = () => {};
      const wake = () => {
        cancel();
        this.#waiting.delete(wake);
        resolve();
      };
      cancel = this.#clock.after(ms, wake);
      this.#waiting.add(wake);
    });
  }
}
