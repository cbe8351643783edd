// SPDX-License-Identifier: Apache-2.0
import type { EndReason } from '@preview-environments/backstage-plugin-preview-common';
import { enterPhase } from '../../sessions/phases';
import type { Facts } from '../facts';
import { SYSTEM } from '../verdict';
import { wakeAt } from '../wakeAt';
import type { Check } from './Check';
import { degraded } from './coming-up';
import { BACKSTOP_SLACK } from './ending';
import { ownProblem, toFailure } from './fail';

const NOT_UP = 'It does not run just now.';

/** The next look; its end, once past, is the cluster's to bring about. */
function lookAgainAt({ session, now, settings }: Facts, patience: number) {
  const end = session.expiresAt;
  return end !== null && end <= now
    ? now + settings.poll
    : wakeAt(session, now, patience);
}

/** Whoever started it, or the cluster, has ended it. Nothing is removed. */
export const goneElsewhere: Check = ({ session, cluster, now }) => {
  if (!cluster.observed || cluster.observed.exists) {
    return null;
  }
  const { expiresAt, phase } = session;
  const expired = expiresAt !== null && now >= expiresAt - BACKSTOP_SLACK;
  let endReason: EndReason = expired ? 'expired' : 'deleted-in-cluster';
  if (phase === 'failed') {
    endReason = 'failed';
  }
  const reason = expired
    ? 'The cluster removed the preview at its deadline.'
    : 'It was removed in the cluster.';
  return {
    reason,
    verdict: { type: 'done', until: now },
    changes: {
      ...enterPhase(session, 'stopped'),
      desiredState: 'stopped',
      desiredBy: SYSTEM,
      desiredReason: reason,
      desiredAt: now,
      desiredEndReason: endReason,
      servingRevision: null,
      routed: false,
      routeState: 'detached',
      pods: [],
      endedAt: now,
      endReason,
    },
    events: [
      {
        action: expired ? 'session.expired' : 'session.stopped',
        via: 'cluster',
        reason,
      },
    ],
  };
};

/** No answer, or one that says no: it may be there all the same. */
export const unanswered: Check = ({ cluster }) => {
  const cause = cluster.cause ?? cluster.refusal?.message ?? null;
  return cause === null
    ? null
    : { reason: cause, verdict: { type: 'retry', cause } };
};

/** It has failed, is coming up, or is going. */
export const notUp: Check = facts => {
  const { session, cluster, settings } = facts;
  const { problem, revisions, terminating } = cluster.observed!;
  const [revision] = revisions;
  const until = lookAgainAt(facts, settings.poll);
  if (problem?.fatal) {
    return {
      reason: problem.message,
      verdict: { type: 'wait', until: lookAgainAt(facts, settings.resync) },
      changes: {
        ...enterPhase(session, 'failed'),
        failure: toFailure(problem),
      },
    };
  }
  if (revision?.available && !terminating) {
    return null;
  }
  const reason = revision?.progress ?? NOT_UP;
  return session.phase === 'provisioning' || session.phase === 'failed'
    ? { reason, verdict: { type: 'wait', until } }
    : {
        ...degraded(
          facts,
          revision?.problem ?? ownProblem('ReadinessTimeout', [], NOT_UP),
        ),
        verdict: { type: 'wait', until },
      };
};

/** It runs. */
export const followed: Check = facts => {
  const { session, now, settings } = facts;
  return {
    reason: 'The preview runs.',
    verdict: { type: 'done', until: lookAgainAt(facts, settings.resync) },
    changes: {
      ...(session.phase !== 'failed' && enterPhase(session, 'ready')),
      readyAt: session.readyAt ?? now,
      failure: null,
    },
  };
};
