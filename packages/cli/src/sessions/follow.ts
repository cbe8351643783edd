// SPDX-License-Identifier: Apache-2.0
import {
  type PreviewSession,
  verdictOf,
  type WaitQuery,
} from '@preview-environments/backstage-plugin-preview-common';
import type { Tools } from '../portalCommand';
import { failedUpdate, STEP_WORDS } from '../output/progress';

/** Seconds of one long poll: how late a step may be shown. */
const GLANCE = 2;

/** How waiting ended; `over`: it cannot become so any more. */
export interface Followed {
  how: 'done' | 'over' | 'timeout';
  session: PreviewSession;
}

/**
 * Waits until it is so and tells each step on the way.
 *
 * @param timeout - milliseconds from now
 */
export async function follow(
  { portal, output, context: { clock } }: Tools,
  id: string,
  wanted: WaitQuery['for'],
  timeout: number,
): Promise<Followed> {
  const end = clock.now() + timeout;
  const told = new Set<string>();
  for (;;) {
    const left = Math.max(0, Math.floor((end - clock.now()) / 1000));
    const query = { for: wanted, timeout: Math.min(GLANCE, left) };
    const { done, session } = await portal.wait(id, query);
    // Who waits for the end has no use for how it began.
    for (const step of wanted === 'ready' ? session.steps : []) {
      const fact = `${session.revision} ${step.name} ${step.status}`;
      if (settled(step.status) && !told.has(fact)) {
        told.add(fact);
        const { revision } = session;
        output.emit({ type: 'step', session: id, revision, step });
      }
    }
    if (done) {
      return { how: 'done', session };
    }
    if (isOver(session, wanted)) {
      return { how: 'over', session };
    }
    if (clock.now() >= end) {
      return { how: 'timeout', session };
    }
    const next = session.steps.find(
      ({ status }) => status === 'running' || status === 'pending',
    );
    const goesOn = wanted === 'ready' && next;
    output.pending(goesOn ? STEP_WORDS[next.name] : session.phase);
  }
}

function settled(status: PreviewSession['steps'][number]['status']): boolean {
  return status !== 'pending' && status !== 'running';
}

function isOver(session: PreviewSession, wanted: WaitQuery['for']): boolean {
  switch (wanted) {
    case 'ready':
      return (
        session.endedAt !== null ||
        session.phase === 'failed' ||
        failedUpdate(session) !== undefined
      );
    case 'approved':
      return (
        session.endedAt !== null || verdictOf(session.signOffs) === 'rejected'
      );
    default:
      return false;
  }
}
