// SPDX-License-Identifier: Apache-2.0
import { KubernetesObject } from '../objects';

export interface StoreEvent {
  type: 'ADDED' | 'MODIFIED' | 'DELETED';
  resource: string;
  version: number;
  object: KubernetesObject;
  /** What was stored until now; absent for a new object. */
  before?: KubernetesObject;
}

/** The latest events, for watches that start at a version of the past. */
export class EventHistory {
  #events: StoreEvent[] = [];
  #oldest = 0;

  constructor(private readonly limit = 20_000) {}

  /** Forgets everything: watches may start at `version` or later. */
  startAt(version: number): void {
    this.#events = [];
    this.#oldest = version;
  }

  add(event: StoreEvent): void {
    this.#events.push(event);
    // Cut in large steps, so that a full history does not cost a copy for each event.
    if (this.#events.length > this.limit * 1.25) {
      this.#events = this.#events.slice(-this.limit);
      this.#oldest = this.#events[0].version - 1;
    }
  }

  /** Events of one resource after `version`, or undefined when some are forgotten. */
  since(version: number, resource: string): StoreEvent[] | undefined {
    if (version < this.#oldest) return undefined;
    const first = this.#events.findIndex(event => event.version > version);
    if (first < 0) return [];
    return this.#events
      .slice(first)
      .filter(event => event.resource === resource);
  }

  get oldest(): number {
    return this.#oldest;
  }
}
