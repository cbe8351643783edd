// SPDX-License-Identifier: Apache-2.0
import { Cancel } from '../clock';
import { Duration, Pace } from './Pace';

/** Waits that end early, all at once, when the pod has to stop. */
export class Waiter {
  readonly #pending = new Set<() => void>();
  #stopped = false;

  constructor(private readonly pace: Pace) {}

  get stopped(): boolean {
    return this.#stopped;
  }

  /** Waits a scaled time. True when it passed, false when the pod stops. */
  wait(duration: Duration): Promise<boolean> {
    if (this.#stopped) return Promise.resolve(false);
    return new Promise(resolve => {
      const wait: { cancel?: Cancel } = {};
      const end = () => {
        wait.cancel?.();
        this.#pending.delete(end);
        resolve(!this.#stopped);
      };
      wait.cancel = this.pace.after(duration, end);
      this.#pending.add(end);
    });
  }

  /** Waits until the pod stops. */
  forEver(): Promise<boolean> {
    if (this.#stopped) return Promise.resolve(false);
    return new Promise(resolve => {
      this.#pending.add(() => resolve(false));
    });
  }

  stop(): void {
    this.#stopped = true;
    [...this.#pending].forEach(abort => abort());
    this.#pending.clear();
  }
}
