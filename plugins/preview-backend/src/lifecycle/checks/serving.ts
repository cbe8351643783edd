// SPDX-License-Identifier: Apache-2.0
import type { StepName } from '@preview-environments/backstage-plugin-preview-common';
import type { StepRecord } from '../../database/history/StepRecord';
import { enterPhase } from '../../sessions/phases';
import { withoutCondition } from '../conditions';
import type { Facts } from '../facts';
import { pollAt, wakeAt } from '../wakeAt';
import type { Check } from './Check';
import { degraded } from './coming-up';
import { failSession, ownProblem } from './fail';

const ROUTE_POLL = 1_000;
const VERIFY_PAUSE = { shortest: 250, longest: 15_000 };

const NO_ANSWER = 'The gateway has not accepted the route of the preview.';
const NO_STATUS =
  'The status of the route says nothing about its present state.';

function step({ steps }: Facts, name: StepName): StepRecord | undefined {
  return steps.find(each => each.name === name);
}

/** How long a step has been what it is. */
function age(facts: Facts, name: StepName): number {
  return facts.now - (step(facts, name)?.at ?? facts.now);
}

function wasReady({ session }: Facts): boolean {
  return session.phase !== 'provisioning';
}

/** The gateway does not carry the preview. */
export const notRouted: Check = facts => {
  const { session, cluster, now, settings } = facts;
  const { route, serving } = cluster.observed!;
  const attached =
    route.state === 'attached' && serving === session.servingRevision;
  if (session.traffic.mode === 'none' || attached) {
    return null;
  }
  if (route.problem && (route.problem.fatal || route.state === 'rejected')) {
    return wasReady(facts)
      ? degraded(facts, route.problem)
      : failSession(facts, route.problem);
  }
  if (age(facts, 'routed') >= settings.readinessTimeout) {
    const problem =
      route.problem ?? ownProblem('RouteRejected', [NO_STATUS], NO_ANSWER);
    return wasReady(facts)
      ? degraded(facts, problem)
      : failSession(facts, problem);
  }
  return {
    reason: route.problem?.message ?? 'The gateway has not accepted the route.',
    verdict: {
      type: 'wait',
      until: Math.min(now + ROUTE_POLL, pollAt(session, now, settings)),
    },
  };
};

/** Whether a request with the key arrives has not been seen yet. */
export const notVerified: Check = facts => {
  const { session, cluster, now, settings } = facts;
  const verified = step(facts, 'verified');
  if (
    session.failedRevision === session.revision ||
    (verified && verified.status !== 'pending' && verified.status !== 'running')
  ) {
    return null;
  }
  if (cluster.verification === null) {
    return {
      reason: 'Two requests show whether the route does what it should.',
      verdict: { type: 'wait', until: now },
      action: 'verify',
    };
  }
  const since = age(facts, 'routed');
  const pause = Math.min(
    Math.max(since / 2, VERIFY_PAUSE.shortest),
    VERIFY_PAUSE.longest,
  );
  const until = Math.min(now + pause, pollAt(session, now, settings));
  if (since < settings.verifyPatience) {
    return {
      reason: cluster.verification.message,
      verdict: { type: 'wait', until },
    };
  }
  const problem = ownProblem(
    'VerificationFailed',
    cluster.verification.evidence,
  );
  return { ...degraded(facts, problem), verdict: { type: 'wait', until } };
};

/** All is as wanted. */
export const settled: Check = ({ session, now, settings }) => {
  const updateFailed = session.failedRevision === session.revision;
  // Whether the cluster keeps the deadline shows a little later, if at all.
  const patience =
    session.backstopState === 'pending' ? settings.poll : settings.resync;
  return {
    reason: 'The preview answers.',
    verdict: { type: 'done', until: wakeAt(session, now, patience) },
    changes: {
      ...enterPhase(session, 'ready'),
      readyAt: session.readyAt ?? now,
      ...(!updateFailed && {
        failure: null,
        conditions: withoutCondition(session.conditions, 'UpdateFailed'),
      }),
    },
  };
};
