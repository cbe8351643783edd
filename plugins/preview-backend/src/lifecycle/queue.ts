// SPDX-License-Identifier: Apache-2.0
import { NUDGE_PRIORITIES, type NudgePriority } from './LifecycleNudge';

/** A session that is to be looked at. */
export interface QueueEntry {
  id: string;
  at: number;
  priority: NudgePriority;
  /** Came from the row's own plan: not needed if another replica was there. */
  planned: boolean;
}

function rank(priority: NudgePriority): number {
  return NUDGE_PRIORITIES.indexOf(priority);
}

/**
 * What this replica is going to look at. One entry per session: two nudges
 * are one piece of work, at the earlier time and the higher priority.
 */
export class NudgeQueue {
  private readonly entries = new Map<string, QueueEntry>();

  add(entry: QueueEntry): void {
    const present = this.entries.get(entry.id);
    this.entries.set(entry.id, {
      id: entry.id,
      at: Math.min(entry.at, present?.at ?? entry.at),
      priority:
        present && rank(present.priority) < rank(entry.priority)
          ? present.priority
          : entry.priority,
      planned: entry.planned && (present?.planned ?? true),
    });
  }

  /** Takes what is due, the most urgent first. */
  take(now: number, limit: number): QueueEntry[] {
    const due = [...this.entries.values()]
      .filter(entry => entry.at <= now)
      .sort((a, b) => rank(a.priority) - rank(b.priority) || a.at - b.at)
      .slice(0, Math.max(limit, 0));
    due.forEach(entry => this.entries.delete(entry.id));
    return due;
  }

  /** When the next one is due, or `null`. */
  nextAt(): number | null {
    let next: number | null = null;
    for (const { at } of this.entries.values()) {
      next = next === null || at < next ? at : next;
    }
    return next;
  }

  get size(): number {
    return this.entries.size;
  }
}
