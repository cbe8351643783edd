// SPDX-License-Identifier: Apache-2.0
import { enterPhase } from '../../sessions/phases';
import { backstopFor } from '../backstop';
import type { Facts } from '../facts';
import { type Decision, SYSTEM } from '../verdict';
import type { Check } from './Check';
import { ownProblem, toFailure } from './fail';
import { stopBySystem } from './stop';

/** Before `backstop - 5 s` the cluster cannot have done it by itself. */
export const BACKSTOP_SLACK = 5_000;
/** Pause between looks at objects that are going. */
const REMOVAL_POLL = 1_000;

/** Nothing is left to do. */
export const over: Check = ({ session }) =>
  session.endedAt === null
    ? null
    : {
        reason: 'The session has ended.',
        verdict: { type: 'done', until: session.endedAt },
      };

/** Somebody, or a rule, wants it gone. */
export const stopping: Check = facts => {
  const { session, now } = facts;
  if (session.desiredState !== 'stopped') {
    return null;
  }
  if (session.phase !== 'stopping' || session.routed) {
    return {
      reason: 'It is to be stopped.',
      verdict: { type: 'wait', until: now + REMOVAL_POLL },
      changes: { ...enterPhase(session, 'stopping'), routed: false },
      action: 'remove',
    };
  }
  return (
    untilGone(facts) ?? {
      reason: 'Nothing of it is left in the cluster.',
      verdict: { type: 'done', until: now },
      changes: {
        ...enterPhase(session, 'stopped'),
        endedAt: now,
        endReason: session.desiredEndReason ?? 'stopped',
        routeState: 'detached',
        pods: [],
      },
    }
  );
};

/** Somebody wants it back while its objects are still going. */
export const resumed: Check = facts =>
  facts.session.phase === 'stopping'
    ? untilGone(facts) ?? startAnew(facts, 'It was resumed while it stopped.')
    : null;

/** The root is not there any more, and it was not us. */
export const rootGone: Check = facts => {
  const { session, cluster, now } = facts;
  if (session.handle === null || !cluster.observed || cluster.observed.exists) {
    return null;
  }
  if (cluster.source !== 'apply' && cluster.removed === null) {
    // A watch may be behind; apply reads through and writes nothing here.
    return {
      reason: 'Its root does not show; making sure.',
      verdict: { type: 'wait', until: now },
      action: 'apply',
    };
  }
  if (session.phase === 'failed') {
    return stopBySystem(
      facts,
      session.desiredEndReason ?? 'failed',
      'What was kept of the failed preview is gone from the cluster.',
    );
  }
  const backstop = session.backstopObservedAt ?? session.backstopAt;
  if (now < backstop - BACKSTOP_SLACK) {
    const problem = ownProblem('DeletedInCluster', [
      `Its root (UID ${session.handle}) is not in the namespace ${session.namespace} any more.`,
      `The cluster itself would have kept it until ${new Date(
        backstop,
      ).toISOString()}.`,
    ]);
    const reason = problem.message;
    const stop = stopBySystem(facts, 'deleted-in-cluster', reason, [
      { action: 'session.stopped', via: 'cluster', reason },
    ]);
    return {
      ...stop,
      changes: { ...stop.changes, failure: toFailure(problem) },
    };
  }
  if (session.expiresAt !== null && session.expiresAt <= now) {
    const reason = 'The cluster removed the preview at its deadline.';
    return stopBySystem(facts, 'expired', reason, [
      { action: 'session.expired', via: 'cluster', reason },
    ]);
  }
  return (
    (cluster.observed.leftovers && untilGone(facts)) ||
    startAnew(
      facts,
      'The cluster removed it at a deadline that had been moved in time.',
    )
  );
};

/** Its time is up. */
export const deadline: Check = facts => {
  const { session, now } = facts;
  if (session.expiresAt === null || session.expiresAt > now) {
    return null;
  }
  const reason = 'The deadline has passed.';
  return session.phase === 'failed'
    ? stopBySystem(facts, session.desiredEndReason ?? 'failed', reason)
    : stopBySystem(facts, 'expired', reason, [
        { action: 'session.expired', reason },
      ]);
};

/**
 * Removes until the cluster says that nothing is left; `null` then. Only the
 * answer of a removal counts, since an observation may be behind.
 */
function untilGone({ cluster, now }: Facts): Omit<Decision, 'check'> | null {
  if (cluster.removed === 'gone') {
    return null;
  }
  if (cluster.refusal !== null) {
    const failure = toFailure(cluster.refusal);
    return {
      reason: failure.message,
      verdict: { type: 'retry', cause: failure.message },
      changes: { failure },
    };
  }
  if (cluster.cause !== null) {
    return {
      reason: cluster.cause,
      verdict: { type: 'retry', cause: cluster.cause },
    };
  }
  const going =
    cluster.removed === 'accepted' ||
    (cluster.observed?.terminating &&
      cluster.observed.route.state === 'detached');
  return {
    reason: 'Its objects are going.',
    verdict: { type: 'wait', until: now + REMOVAL_POLL },
    ...(!going && { action: 'remove' as const }),
  };
}

function startAnew(
  { session, now, settings }: Facts,
  reason: string,
): Omit<Decision, 'check'> {
  return {
    reason,
    verdict: { type: 'wait', until: now },
    changes: {
      ...enterPhase(session, 'provisioning'),
      revision: session.revision + 1,
      handle: null,
      servingRevision: null,
      retiringRevision: null,
      retireAt: null,
      failedRevision: null,
      desiredEndReason: null,
      routed: false,
      routeState: 'detached',
      backstopAt: backstopFor(session.expiresAt, now, settings.backstopGrace),
      backstopObservedAt: null,
      backstopState: 'pending',
    },
    events: [
      { action: 'session.restarted', actor: SYSTEM, via: 'sweep', reason },
    ],
    action: 'apply',
  };
}
