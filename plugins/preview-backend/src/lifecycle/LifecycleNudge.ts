// SPDX-License-Identifier: Apache-2.0

/** Why a session is looked at, most urgent first. */
export const NUDGE_PRIORITIES = [
  'command',
  'deadline',
  'watch',
  'sweep',
] as const;

export type NudgePriority = (typeof NUDGE_PRIORITIES)[number];

export interface NudgeOptions {
  /** Not before this moment, epoch milliseconds; absent = at once. */
  at?: number;
  /** `command` unless given. */
  priority?: NudgePriority;
}

/**
 * Asks for a look at a session. Several nudges of one session are one piece
 * of work, at the earliest time and the highest priority. Call after commit.
 */
export interface LifecycleNudge {
  nudge(sessionId: string, options?: NudgeOptions): void;
}
