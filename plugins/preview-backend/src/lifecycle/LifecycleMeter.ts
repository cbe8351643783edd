// SPDX-License-Identifier: Apache-2.0
import type { SessionRecord } from '../database/SessionRecord';

/**
 * Told what the lifecycle does, to be counted. Nothing that it is told may be
 * a label without thought: ids and keys are without number.
 */
export interface LifecycleMeter {
  /** A change was committed at `now`. */
  changed(before: SessionRecord, after: SessionRecord, now: number): void;
  /** Somebody worked on a session, for so many milliseconds. */
  worked(cluster: string, millis: number): void;
  /** A cluster did not answer, or refused with a code. */
  failedCall(cluster: string, code: string): void;
}

/** Counts nothing. */
export const NO_METER: LifecycleMeter = {
  changed: () => {},
  worked: () => {},
  failedCall: () => {},
};
