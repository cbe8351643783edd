// SPDX-License-Identifier: Apache-2.0
import type { SessionEvents } from '../sessions/SessionEvents';

/** Waits for changes of sessions instead of sleeping. */
export class EventMonitor {
  private readonly ids: string[] = [];
  private waiting: (() => void)[] = [];
  private readonly unsubscribe: () => void;

  constructor(events: SessionEvents) {
    this.unsubscribe = events.subscribe(id => {
      this.ids.push(id);
      const waiting = this.waiting;
      this.waiting = [];
      waiting.forEach(wake => wake());
    });
  }

  /** How often a session changed. */
  count(id: string): number {
    return this.ids.filter(each => each === id).length;
  }

  /**
   * Looks now and after every change until `look` answers something.
   *
   * @returns what `look` answered
   */
  async until<T>(look: () => Promise<T | undefined>): Promise<T> {
    for (;;) {
      const changed = new Promise<void>(resolve => this.waiting.push(resolve));
      const found = await look();
      if (found !== undefined) {
        return found;
      }
      await changed;
    }
  }

  end(): void {
    this.unsubscribe();
  }
}
