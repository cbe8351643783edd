// SPDX-License-Identifier: Apache-2.0
import type { Facts } from './facts';
import type { Known } from './gather';
import { failedTimeline } from './timeline';
import type { Decision } from './verdict';

/** The facts as they are once the decision is written down. */
export function afterDecision(
  seen: Facts,
  { verdict, changes, action }: Decision,
): Known {
  const { session, steps, revisions, now } = seen;
  const retry = verdict.type === 'retry';
  // Tries are counted until a look comes to its end with an answer.
  const answered = !retry && action === undefined;
  return {
    revisions,
    steps:
      verdict.type === 'give-up'
        ? failedTimeline(steps, changes?.failure?.message ?? '', now)
        : steps,
    session: {
      ...session,
      ...changes,
      ...(retry && { attempt: session.attempt + 1, lastError: verdict.cause }),
      ...(answered && { attempt: 0, lastError: null }),
    },
  };
}
