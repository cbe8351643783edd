// SPDX-License-Identifier: Apache-2.0
import type { SessionRecord } from '../database/SessionRecord';
import { ownProblem } from '../lifecycle/checks/fail';
import type { ClusterFacts, Facts } from '../lifecycle/facts';
import { nextStep } from '../lifecycle/next-step';
import { reflect } from '../lifecycle/reflect';
import { aSession, TEST_START } from './aSession';
import { someFacts } from './someFacts';

/** One row of the tables that hold the checks. */
export type StepCase = [
  sentence: string,
  session: Partial<SessionRecord>,
  cluster: Partial<ClusterFacts>,
  expected: {
    check: string;
    verdict: string;
    action?: string;
    changes?: object;
  },
  more?: Partial<Omit<Facts, 'session' | 'cluster'>>,
];

export const FATAL = ownProblem('CrashLoop');
export const PASSING = { ...ownProblem('ImagePullFailed'), fatal: false };
export const DAY = 24 * 60 * 60 * 1000;

export const READY: Partial<SessionRecord> = {
  handle: 'uid-1',
  phase: 'ready',
  servingRevision: 1,
  routed: true,
  routeState: 'attached',
  readyAt: TEST_START,
};
export const UPDATING = { ...READY, phase: 'updating' as const, revision: 2 };
export const FAILED: Partial<SessionRecord> = {
  handle: 'uid-1',
  phase: 'failed',
  keepUntil: TEST_START + 1,
};
export const STOPPING: Partial<SessionRecord> = {
  ...READY,
  phase: 'stopping',
  routed: false,
  desiredState: 'stopped',
};
export const detached = { state: 'detached' as const, problem: null };

/** Asserts the decision for one row. */
export function expectStep(
  _sentence: string,
  fields: StepCase[1],
  cluster: StepCase[2],
  expected: StepCase[3],
  more: StepCase[4] = {},
): void {
  const session = { ...aSession(), ...fields };
  const decision = nextStep(reflect(someFacts(session, cluster, more)));
  expect({
    check: decision.check,
    verdict: decision.verdict.type,
    action: decision.action,
    changes: decision.changes,
  }).toMatchObject(expected);
  expect(decision.reason).not.toBe('');
}
