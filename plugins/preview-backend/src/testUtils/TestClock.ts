// SPDX-License-Identifier: Apache-2.0
import type { Cancel, Clock } from '../lifecycle/clock';
import { TEST_START } from './aSession';

/** A clock that moves only when told to. */
export class TestClock implements Clock {
  private readonly timers = new Set<{ at: number; fn: () => void }>();

  constructor(private time: number = TEST_START) {}

  now(): number {
    return this.time;
  }

  setTimer(at: number, fn: () => void): Cancel {
    const timer = { at: Math.max(at, this.time), fn };
    this.timers.add(timer);
    return () => {
      this.timers.delete(timer);
    };
  }

  /** Moves on, firing what becomes due in order. */
  advance(ms: number): void {
    const end = this.time + ms;
    for (;;) {
      const [next] = [...this.timers].sort((a, b) => a.at - b.at);
      if (!next || next.at > end) {
        break;
      }
      this.time = Math.max(next.at, this.time);
      this.timers.delete(next);
      next.fn();
    }
    this.time = end;
  }

  /** Open timers, for leak checks. */
  get pending(): number {
    return this.timers.size;
  }
}
