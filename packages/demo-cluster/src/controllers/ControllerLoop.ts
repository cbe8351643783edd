// SPDX-License-Identifier: Apache-2.0
import { Cancel, Clock } from '../clock';
import { StatusError } from '../registry/StatusError';
import { Store } from '../store/Store';
import { Controller } from './Controller';

const FIRST_RETRY_MS = 500;
const LONGEST_RETRY_MS = 60_000;

/** Runs one controller: events become keys, equal keys become one turn, failures come back later. */
export class ControllerLoop {
  readonly #queue = new Set<string>();
  readonly #failures = new Map<string, number>();
  readonly #planned = new Map<string, Cancel>();
  #scheduled = false;
  #stopped = false;
  #unsubscribe: () => void = () => {};

  constructor(
    private readonly controller: Controller,
    private readonly store: Store,
    private readonly clock: Clock,
  ) {}

  start(): void {
    this.#unsubscribe = this.store.subscribe(event => {
      for (const key of this.controller.nudges(event)) this.#enqueue(key);
    });
    for (const key of this.controller.initial()) this.#enqueue(key);
  }

  stop(): void {
    this.#stopped = true;
    this.#unsubscribe();
    this.#planned.forEach(cancel => cancel());
    this.#queue.clear();
  }

  #enqueue(key: string): void {
    this.#queue.add(key);
    if (this.#scheduled || this.#stopped) return;
    this.#scheduled = true;
    setImmediate(() => this.#drain());
  }

  #drain(): void {
    this.#scheduled = false;
    const keys = [...this.#queue];
    this.#queue.clear();
    for (const key of keys) {
      if (this.#stopped) return;
      this.#turn(key);
    }
  }

  #turn(key: string): void {
    this.#planned.get(key)?.();
    this.#planned.delete(key);
    try {
      const comeBack = this.controller.reconcile(key);
      this.#failures.delete(key);
      if (comeBack !== undefined) this.#plan(key, comeBack);
    } catch (error) {
      if (!(error instanceof StatusError)) {
        const text = error instanceof Error ? error.stack : String(error);
        process.stderr.write(
          `demo-cluster: ${this.controller.name} ${key}: ${text}\n`,
        );
      }
      const failures = this.#failures.get(key) ?? 0;
      this.#failures.set(key, failures + 1);
      this.#plan(
        key,
        Math.min(FIRST_RETRY_MS * 2 ** failures, LONGEST_RETRY_MS),
      );
    }
  }

  #plan(key: string, ms: number): void {
    this.#planned.set(
      key,
      this.clock.after(ms, () => this.#enqueue(key)),
    );
  }
}
