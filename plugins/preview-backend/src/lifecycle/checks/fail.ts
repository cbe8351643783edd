// SPDX-License-Identifier: Apache-2.0
import {
  CODES,
  type EndReason,
  type FailureCode,
} from '@preview-environments/backstage-plugin-preview-common';
import type { Problem } from '@preview-environments/backstage-plugin-preview-node';
import type { StoredFailure } from '../../database/SessionRecord';
import { hideSecrets } from '../../redaction/hideSecrets';
import { enterPhase } from '../../sessions/phases';
import { withCondition } from '../conditions';
import { type Facts, isUpdating } from '../facts';
import type { Decision } from '../verdict';

/**
 * A problem as it is kept: the registry fills what the driver left out, and
 * what the service itself said, such as its last lines, loses its secrets.
 */
export function toFailure(problem: Problem): StoredFailure {
  const entry = CODES[problem.code];
  return {
    code: problem.code,
    message: hideSecrets(problem.message) || entry.message,
    hint: problem.hint ?? entry.hint,
    evidence: problem.evidence.map(each => ({
      ...each,
      text: hideSecrets(each.text),
    })),
  };
}

/** A problem that we see ourselves: in the registry's words, and what shows it. */
export function ownProblem(
  code: FailureCode,
  evidence: string[] = [],
  message?: string,
): Problem {
  return {
    code,
    message: message ?? CODES[code].message,
    evidence: evidence.map(text => ({ kind: 'status', text, at: null })),
    fatal: true,
  };
}

/** Gives a session up: the route goes at once, the pods stay for a while. */
export function failSession(
  { session, now, settings }: Facts,
  problem: Problem,
  endReason: EndReason = 'failed',
): Omit<Decision, 'check'> {
  const failure = toFailure(problem);
  return {
    reason: failure.message,
    verdict: { type: 'give-up', code: problem.code },
    changes: {
      ...enterPhase(session, 'failed'),
      failure,
      desiredEndReason: endReason,
      servingRevision: null,
      retiringRevision: null,
      retireAt: null,
      routed: false,
      keepUntil: now + settings.keepFailed,
    },
    action: 'detach',
  };
}

/**
 * Gives the wanted revision up. While an older one serves, that one goes on
 * serving and the session says so; otherwise the session has failed.
 */
export function failRevision(
  facts: Facts,
  problem: Problem,
): Omit<Decision, 'check'> {
  const { session, now } = facts;
  if (!isUpdating(session)) {
    return failSession(facts, problem);
  }
  const failure = toFailure(problem);
  const message = `Revision ${session.revision} (${session.image}) did not come up; revision ${session.servingRevision} serves on.`;
  return {
    reason: failure.message,
    verdict: { type: 'give-up', code: problem.code },
    changes: {
      failedRevision: session.revision,
      failure,
      conditions: withCondition(
        session.conditions,
        'UpdateFailed',
        { status: 'True', reason: problem.code, message },
        now,
      ),
    },
    events: [
      {
        action: 'session.updated',
        outcome: 'failed',
        reason: failure.message,
        code: problem.code,
        revision: session.revision,
      },
    ],
    action: 'apply',
  };
}
