// SPDX-License-Identifier: Apache-2.0
import { failRevision, failSession, ownProblem } from './fail';
import type { Check } from './Check';
import { stopBySystem } from './stop';
import { wakeAt } from '../wakeAt';

/** Given up: no route, pods kept for those who look, then it goes. */
export const keptFailed: Check = facts => {
  const { session, cluster, now, settings } = facts;
  if (session.phase !== 'failed') {
    return null;
  }
  if (session.keepUntil === null || session.keepUntil <= now) {
    return stopBySystem(
      facts,
      session.desiredEndReason ?? 'failed',
      'The failed preview was kept long enough.',
    );
  }
  const cause = cluster.cause ?? cluster.refusal?.message ?? null;
  if (cause !== null) {
    return { reason: cause, verdict: { type: 'retry', cause } };
  }
  return {
    reason: 'Its pods are kept for a look.',
    verdict: { type: 'done', until: wakeAt(session, now, settings.resync) },
    ...(session.routeState !== 'detached' && { action: 'detach' as const }),
  };
};

/** The cluster explained why it will not do it. */
export const refused: Check = facts =>
  facts.cluster.refusal ? failSession(facts, facts.cluster.refusal) : null;

/** The cluster did not answer. */
export const unreachable: Check = ({ cluster }) =>
  cluster.cause === null
    ? null
    : {
        reason: cluster.cause,
        verdict: { type: 'retry', cause: cluster.cause },
      };

/** Nobody has asked the cluster yet. */
export const unasked: Check = ({ session, cluster, now }) =>
  cluster.observed
    ? null
    : {
        reason: 'The cluster has to be asked.',
        verdict: { type: 'wait', until: now },
        action: session.handle === null ? 'apply' : 'observe',
      };

/** A request without the key reached the preview; the route is off already. */
export const leaked: Check = facts => {
  const { cluster } = facts;
  if (cluster.verification?.state !== 'leak') {
    return null;
  }
  const decision = failSession(
    facts,
    ownProblem('RouteLeak', cluster.verification.evidence),
  );
  return {
    ...decision,
    events: [
      {
        action: 'route.leaked',
        outcome: 'failed',
        reason: decision.reason,
        code: 'RouteLeak',
      },
    ],
  };
};

/** What was copied is not there any more. */
export const targetGone: Check = facts => {
  const { session, cluster } = facts;
  if (cluster.observed?.targetExists !== false) {
    return null;
  }
  const seen = `${session.target} is not in the namespace ${session.namespace} any more.`;
  return failSession(facts, ownProblem('TargetGone', [seen]), 'target-gone');
};

/** Something stands in the way of the session as a whole. */
export const sessionProblem: Check = facts => {
  const problem = facts.cluster.observed?.problem;
  return problem?.fatal ? failRevision(facts, problem) : null;
};
