// SPDX-License-Identifier: Apache-2.0
import { aSession, endingIn, inPhase, TEST_START } from '../testUtils/aSession';
import {
  anObservation,
  aRevision,
  aYoungRevision,
  someFacts,
} from '../testUtils/someFacts';
import {
  DAY,
  expectStep,
  FATAL,
  PASSING,
  READY,
  type StepCase,
  UPDATING,
} from '../testUtils/stepCase';
import { ownProblem } from './checks/fail';
import { nextStep } from './next-step';
import { reflect } from './reflect';

const CASES: StepCase[] = [
  [
    'leaks',
    READY,
    {
      observed: anObservation(),
      verification: { state: 'leak', message: '', evidence: ['x'] },
      detached: true,
    },
    {
      check: 'leaked',
      verdict: 'give-up',
      changes: { phase: 'failed', failure: { code: 'RouteLeak' } },
    },
  ],
  [
    'copies something that is gone',
    READY,
    { observed: anObservation({ targetExists: false }) },
    {
      check: 'targetGone',
      verdict: 'give-up',
      changes: { desiredEndReason: 'target-gone' },
    },
  ],
  [
    'has a refused root',
    {},
    { observed: anObservation({ problem: FATAL }), source: 'apply' },
    {
      check: 'sessionProblem',
      verdict: 'give-up',
      changes: { phase: 'failed' },
    },
  ],
  [
    'is pinned, a day has passed',
    {
      ...READY,
      pinned: true,
      expiresAt: null,
      backstopAt: TEST_START + 6 * DAY,
    },
    { observed: anObservation() },
    {
      check: 'renewal',
      verdict: 'wait',
      action: 'apply',
      changes: { backstopAt: TEST_START + 7 * DAY },
    },
  ],
  [
    'has no room for two',
    { ...UPDATING, updateStrategy: 'recreate' },
    { observed: anObservation() },
    {
      check: 'recreate',
      verdict: 'wait',
      action: 'apply',
      changes: { servingRevision: null, routed: false, phase: 'provisioning' },
    },
  ],
  [
    'has drained',
    { ...READY, retiringRevision: 1, retireAt: TEST_START },
    { observed: anObservation() },
    {
      check: 'retired',
      verdict: 'wait',
      action: 'apply',
      changes: { retiringRevision: null },
    },
  ],
  [
    'differs in the cluster',
    READY,
    { observed: anObservation({ inSync: false }) },
    { check: 'outOfSync', verdict: 'wait', action: 'apply' },
  ],
  [
    'was just applied',
    READY,
    { observed: anObservation({ inSync: false }), source: 'apply' },
    { check: 'notVerified', verdict: 'wait', action: 'verify' },
  ],
  [
    'is coming up',
    {},
    { observed: anObservation({ revisions: [aYoungRevision(1)] }) },
    { check: 'notAvailable', verdict: 'wait', action: undefined },
  ],
  [
    'has trouble that may pass',
    {},
    {
      observed: anObservation({
        revisions: [aYoungRevision(1, { problem: PASSING })],
      }),
    },
    { check: 'notAvailable', verdict: 'wait', action: undefined },
  ],
  [
    'has trouble that did not pass in time',
    {},
    {
      observed: anObservation({
        revisions: [aYoungRevision(1, { problem: PASSING })],
      }),
    },
    {
      check: 'notAvailable',
      verdict: 'give-up',
      changes: { failure: { code: 'ImagePullFailed' } },
    },
    { now: TEST_START + 300_000 },
  ],
  [
    'has fatal trouble',
    {},
    {
      observed: anObservation({
        revisions: [aYoungRevision(1, { problem: FATAL })],
      }),
    },
    {
      check: 'notAvailable',
      verdict: 'give-up',
      action: 'detach',
      changes: { phase: 'failed', routed: false },
    },
  ],
  [
    'cannot be updated',
    UPDATING,
    {
      observed: anObservation({
        revisions: [aRevision(1), aYoungRevision(2, { problem: FATAL })],
      }),
    },
    {
      check: 'notAvailable',
      verdict: 'give-up',
      action: 'apply',
      changes: { failedRevision: 2 },
    },
  ],
  [
    'was ready and is not',
    READY,
    {
      observed: anObservation({
        revisions: [aYoungRevision(1, { problem: PASSING })],
      }),
    },
    {
      check: 'notAvailable',
      verdict: 'wait',
      changes: { phase: 'degraded', failure: { code: 'ImagePullFailed' } },
    },
  ],
  [
    'is available for the first time',
    {},
    { observed: anObservation() },
    {
      check: 'takeOver',
      verdict: 'wait',
      action: 'apply',
      changes: { servingRevision: 1, routed: true },
    },
  ],
  [
    'has a new revision that is available',
    UPDATING,
    { observed: anObservation({ revisions: [aRevision(1), aRevision(2)] }) },
    {
      check: 'takeOver',
      verdict: 'wait',
      action: 'apply',
      changes: { servingRevision: 2, retiringRevision: 1 },
    },
  ],
  [
    'waits for the gateway',
    { ...READY, phase: 'provisioning' },
    { observed: anObservation({ route: { state: 'pending', problem: null } }) },
    { check: 'notRouted', verdict: 'wait', action: undefined },
  ],
  [
    'has no route to join',
    { ...READY, phase: 'provisioning' },
    {
      observed: anObservation({
        route: { state: 'detached', problem: ownProblem('NoRoute') },
      }),
    },
    { check: 'notRouted', verdict: 'give-up', changes: { phase: 'failed' } },
  ],
  [
    'has lost its route',
    READY,
    {
      observed: anObservation({
        route: { state: 'rejected', problem: ownProblem('RouteRejected') },
      }),
    },
    { check: 'notRouted', verdict: 'wait', changes: { phase: 'degraded' } },
  ],
  [
    'is to be verified',
    READY,
    { observed: anObservation() },
    { check: 'notVerified', verdict: 'wait', action: 'verify' },
  ],
  [
    'is not verified yet',
    { ...READY, phase: 'provisioning' },
    {
      observed: anObservation(),
      verification: { state: 'failed', message: 'no answer', evidence: [] },
    },
    { check: 'notVerified', verdict: 'wait', changes: undefined },
  ],
  [
    'is verified',
    { ...READY, phase: 'provisioning' },
    {
      observed: anObservation(),
      verification: { state: 'verified', message: '', evidence: [] },
    },
    { check: 'settled', verdict: 'done', changes: { phase: 'ready' } },
  ],
  [
    'cannot be verified',
    { ...READY, phase: 'provisioning' },
    {
      observed: anObservation(),
      verification: { state: 'not-checked', message: '', evidence: [] },
    },
    { check: 'settled', verdict: 'done', changes: { phase: 'ready' } },
  ],
];

describe('the next step of a session that', () => {
  // eslint-disable-next-line jest/expect-expect
  it.each(CASES)('%s', expectStep);

  it('is ready sleeps until its deadline, but no longer than the resync', () => {
    const verification = {
      state: 'verified' as const,
      message: '',
      evidence: [],
    };
    const sleepUntil = (ms: number) => {
      const session = aSession(inPhase('ready'), endingIn(ms));
      const cluster = { observed: anObservation(), verification };
      const decision = nextStep(
        reflect(
          someFacts(
            { ...session, ...READY, expiresAt: TEST_START + ms },
            cluster,
          ),
        ),
      );
      return decision.verdict;
    };
    expect(sleepUntil(10)).toEqual({ type: 'done', until: TEST_START + 10 });
    expect(sleepUntil(DAY)).toEqual({
      type: 'done',
      until: TEST_START + 300_000,
    });
  });
});
