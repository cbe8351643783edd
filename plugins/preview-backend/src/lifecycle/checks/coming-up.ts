// SPDX-License-Identifier: Apache-2.0
import type { RevisionObservation } from '@preview-environments/backstage-plugin-preview-node';
import { enterPhase } from '../../sessions/phases';
import { currentRevision, type Facts, isUpdating } from '../facts';
import { pollAt, renewedBackstop } from '../wakeAt';
import type { Check } from './Check';
import { failRevision, ownProblem, toFailure } from './fail';

const NOT_READY = 'The preview’s pods are not ready just now.';

/** The dead man's switch of a pinned session is moved on every day. */
export const renewal: Check = ({ session, now }) => {
  const backstopAt = renewedBackstop(session, now);
  return backstopAt === null
    ? null
    : {
        reason: 'A pinned preview gets seven more days.',
        verdict: { type: 'wait', until: now },
        changes: { backstopAt, backstopState: 'behind' },
        action: 'apply',
      };
};

/** Two pods do not fit: the old one makes room first. */
export const recreate: Check = ({ session, now }) =>
  session.updateStrategy === 'recreate' && isUpdating(session)
    ? {
        reason: 'There is room for one pod only, so the old one goes first.',
        verdict: { type: 'wait', until: now },
        changes: {
          ...enterPhase(session, 'provisioning'),
          servingRevision: null,
          retiringRevision: null,
          retireAt: null,
          routed: false,
        },
        action: 'apply',
      }
    : null;

/** Whether traffic is wanted has changed while the preview serves. */
export const rerouted: Check = ({ session, now }) => {
  const wanted = session.traffic.mode !== 'none';
  const serves = session.servingRevision !== null;
  // What takes over gets its route with the traffic.
  const waits = wanted && isUpdating(session);
  return !serves || waits || session.routed === wanted
    ? null
    : {
        reason: wanted
          ? 'Traffic is wanted from now on.'
          : 'No traffic is wanted any more.',
        verdict: { type: 'wait', until: now },
        changes: { routed: wanted },
        action: 'apply',
      };
};

/** The old revision has answered its last requests. */
export const retired: Check = ({ session, now }) =>
  session.retireAt !== null && session.retireAt <= now
    ? {
        reason: 'The old revision has served its last request.',
        verdict: { type: 'wait', until: now },
        changes: { retiringRevision: null, retireAt: null },
        action: 'apply',
      }
    : null;

/** The cluster does not hold yet what it shall. */
export const outOfSync: Check = ({ cluster, now }) =>
  cluster.observed!.inSync || cluster.source === 'apply'
    ? null
    : {
        reason: 'The cluster differs from what is wanted.',
        verdict: { type: 'wait', until: now },
        action: 'apply',
      };

function observedRevision(facts: Facts): RevisionObservation | undefined {
  const wanted = currentRevision(facts.session);
  return facts.cluster.observed!.revisions.find(each => each.number === wanted);
}

/** The pods of the wanted revision are not ready. */
export const notAvailable: Check = facts => {
  const { session, revisions, now, settings } = facts;
  const revision = observedRevision(facts);
  if (revision?.available) {
    return null;
  }
  const number = currentRevision(session);
  const problem = revision?.problem ?? null;
  if (session.servingRevision === number) {
    return (
      fewerThanWanted(facts, revision) ??
      degraded(
        facts,
        problem ?? ownProblem('ReadinessTimeout', podsOf(revision), NOT_READY),
      )
    );
  }
  if (problem?.fatal) {
    return failRevision(facts, problem);
  }
  const begunAt =
    revisions.find(each => each.number === number)?.at ?? session.createdAt;
  const giveUpAt = begunAt + settings.readinessTimeout;
  if (giveUpAt <= now) {
    return failRevision(
      facts,
      problem ?? ownProblem('ReadinessTimeout', podsOf(revision)),
    );
  }
  const phase = session.servingRevision === null ? 'provisioning' : 'updating';
  return {
    reason: problem?.message ?? revision?.progress ?? 'Its pods are coming up.',
    verdict: {
      type: 'wait',
      until: Math.min(giveUpAt, pollAt(session, now, settings)),
    },
    changes: enterPhase(session, phase),
  };
};

/** It answers, and the pods that somebody asked for just now are to come. */
function fewerThanWanted(
  { session, now, settings }: Facts,
  revision: RevisionObservation | undefined,
): ReturnType<Check> {
  const giveUpAt = session.desiredAt + settings.readinessTimeout;
  return revision?.readyPods && revision.problem === null && now < giveUpAt
    ? {
        reason: revision.progress ?? 'More of its pods are coming up.',
        verdict: {
          type: 'wait',
          until: Math.min(giveUpAt, pollAt(session, now, settings)),
        },
      }
    : null;
}

/** What its pods are at, where none of them says what is wrong. */
function podsOf(revision: RevisionObservation | undefined): string[] {
  const pods = (revision?.pods ?? []).map(
    ({ name, phase, restarts }) =>
      `Pod ${name}: ${phase}, ${restarts} restarts.`,
  );
  const progress = revision?.progress ?? null;
  return pods.length > 0
    ? [...(progress ? [`The preview is ${progress}.`] : []), ...pods]
    : ['No pod of the preview has been made.'];
}

/** Was well, is not well now; goes on trying. */
export function degraded(
  { session, now, settings }: Facts,
  problem: Parameters<typeof toFailure>[0],
): NonNullable<ReturnType<Check>> {
  const failure = toFailure(problem);
  return {
    reason: failure.message,
    verdict: { type: 'wait', until: pollAt(session, now, settings) },
    changes: { ...enterPhase(session, 'degraded'), failure },
  };
}

/** The wanted revision is ready: it gets the traffic, the old one drains. */
export const takeOver: Check = ({ session, now }) => {
  const number = currentRevision(session);
  if (session.servingRevision === number) {
    return null;
  }
  const routed = session.traffic.mode !== 'none';
  return {
    reason: `Revision ${number} is available and takes over.`,
    verdict: { type: 'wait', until: now },
    changes: {
      servingRevision: number,
      retiringRevision: session.servingRevision,
      retireAt: null,
      routed,
    },
    action: routed || session.servingRevision !== null ? 'apply' : 'observe',
  };
};
