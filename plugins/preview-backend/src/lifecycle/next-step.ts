// SPDX-License-Identifier: Apache-2.0
import type { Check } from './checks/Check';
import {
  notAvailable,
  outOfSync,
  recreate,
  renewal,
  rerouted,
  retired,
  takeOver,
} from './checks/coming-up';
import { followed, goneElsewhere, notUp, unanswered } from './checks/elsewhere';
import { deadline, over, resumed, rootGone, stopping } from './checks/ending';
import {
  keptFailed,
  leaked,
  refused,
  sessionProblem,
  targetGone,
  unasked,
  unreachable,
} from './checks/failed';
import { notRouted, notVerified, settled } from './checks/serving';
import type { Facts } from './facts';
import type { Decision } from './verdict';

/**
 * The specification of the lifecycle: the first check that has something to
 * say decides. Endings come first, so that nothing is built for a session
 * that is over; what the cluster did comes before our own deadline, so that
 * it is known who ended what.
 */
export const CHECKS: readonly [string, Check][] = [
  ['over', over],
  ['stopping', stopping],
  ['resumed', resumed],
  ['rootGone', rootGone],
  ['deadline', deadline],
  ['keptFailed', keptFailed],
  ['leaked', leaked],
  ['refused', refused],
  ['unreachable', unreachable],
  ['unasked', unasked],
  ['targetGone', targetGone],
  ['sessionProblem', sessionProblem],
  ['renewal', renewal],
  ['recreate', recreate],
  ['rerouted', rerouted],
  ['retired', retired],
  ['outOfSync', outOfSync],
  ['notAvailable', notAvailable],
  ['takeOver', takeOver],
  ['notRouted', notRouted],
  ['notVerified', notVerified],
  ['settled', settled],
];

/** The same for what another client of the cluster started: it is followed. */
export const ELSEWHERE_CHECKS: readonly [string, Check][] = [
  ['over', over],
  ['stopping', stopping],
  ['goneElsewhere', goneElsewhere],
  ['unanswered', unanswered],
  ['unasked', unasked],
  ['notUp', notUp],
  ['notVerified', notVerified],
  ['followed', followed],
];

/** Decides from reflected facts; pure. */
export function nextStep(facts: Facts): Decision {
  const checks = facts.session.origin === 'portal' ? CHECKS : ELSEWHERE_CHECKS;
  for (const [name, check] of checks) {
    const decision = check(facts);
    if (decision) {
      return { check: name, ...decision };
    }
  }
  throw new Error('The last check always decides');
}
