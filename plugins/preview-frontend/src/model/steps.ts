// SPDX-License-Identifier: Apache-2.0
import type { Step } from '@preview-environments/backstage-plugin-preview-common';

/** A step of the timeline with the time that it took. */
export interface TimedStep extends Step {
  /**
   * Milliseconds since the step before it; for a running step, until now.
   * `null` where nothing is known, and for a verification that is done: it
   * may have been asked for again.
   */
  millis: number | null;
}

/** @param now - epoch milliseconds */
export function timeSteps(steps: Step[], now: number): TimedStep[] {
  let before: number | null = null;
  return steps.map(step => {
    const at = step.at === null ? null : Date.parse(step.at);
    const until = step.status === 'running' ? now : at;
    const from: number | null =
      before ?? (step.status === 'running' ? at : null);
    if (at !== null && step.status !== 'running') {
      before = Math.max(at, before ?? at);
    }
    const took = step.name !== 'verified' || step.status === 'running';
    const known =
      took && until !== null && from !== null && step.status !== 'pending';
    return { ...step, millis: known ? Math.max(0, until - from) : null };
  });
}

/**
 * From the first to the last step, or `null` while something is still to
 * come. Verifying can be asked for again at any time, so it does not count.
 */
export function totalMillis(steps: Step[]): number | null {
  const over = steps.every(
    step => step.status !== 'pending' && step.status !== 'running',
  );
  const times = steps.flatMap(({ name, at }) =>
    at && name !== 'verified' ? [Date.parse(at)] : [],
  );
  return over && times.length > 1
    ? Math.max(...times) - Math.min(...times)
    : null;
}
