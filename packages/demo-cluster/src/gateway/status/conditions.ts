// SPDX-License-Identifier: Apache-2.0
import { toTime } from '../clock';
import { Condition } from '../objects';

/** A condition as it should be, without the time at which it became so. */
export type WantedCondition = Omit<Condition, 'lastTransitionTime'>;

/** A condition that holds or not, with the reason why. */
export function condition(
  type: string,
  holds: boolean,
  reason: string,
  message: string,
  observedGeneration: number | undefined,
): WantedCondition {
  return {
    type,
    status: holds ? 'True' : 'False',
    reason,
    message,
    observedGeneration: observedGeneration ?? 0,
  };
}

/** Keeps the time of the present condition where its status stays the same. */
export function stampConditions(
  wanted: WantedCondition[],
  present: Condition[] | undefined,
  now: number,
): Condition[] {
  return wanted.map(next => {
    const before = present?.find(({ type }) => type === next.type);
    const lastTransitionTime =
      before && before.status === next.status
        ? before.lastTransitionTime
        : toTime(now);
    return { ...next, lastTransitionTime };
  });
}
