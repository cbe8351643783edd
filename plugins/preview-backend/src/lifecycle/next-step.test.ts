// SPDX-License-Identifier: Apache-2.0
import type { SessionRecord } from '../database/SessionRecord';
import { aSession, endingIn, inPhase, TEST_START } from '../testUtils/aSession';
import {
  anObservation,
  aRevision,
  aYoungRevision,
  nothingThere,
  someFacts,
} from '../testUtils/someFacts';
import { ownProblem } from './checks/fail';
import type { ClusterFacts, Facts } from './facts';
import { nextStep } from './next-step';
import { reflect } from './reflect';

const FATAL = ownProblem('CrashLoop');
const PASSING = { ...ownProblem('ImagePullFailed'), fatal: false };
const DAY = 24 * 60 * 60 * 1000;

type Case = [
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

const READY: Partial<SessionRecord> = {
  handle: 'uid-1',
  phase: 'ready',
  servingRevision: 1,
  routed: true,
  routeState: 'attached',
  readyAt: TEST_START,
};
const UPDATING = { ...READY, phase: 'updating' as const, revision: 2 };
const FAILED: Partial<SessionRecord> = {
  handle: 'uid-1',
  phase: 'failed',
  keepUntil: TEST_START + 1,
};
const STOPPING: Partial<SessionRecord> = {
  ...READY,
  phase: 'stopping',
  routed: false,
  desiredState: 'stopped',
};
const detached = { state: 'detached' as const, problem: null };

const CASES: Case[] = [
  ['has ended', { endedAt: 1 }, {}, { check: 'over', verdict: 'done' }],
  [
    'is new: nobody asked the cluster',
    {},
    {},
    { check: 'unasked', verdict: 'wait', action: 'apply' },
  ],
  [
    'is known there: ask',
    READY,
    {},
    { check: 'unasked', verdict: 'wait', action: 'observe' },
  ],
  [
    'is refused at the first apply',
    {},
    { refusal: { ...FATAL, code: 'Forbidden' } },
    {
      check: 'refused',
      verdict: 'give-up',
      action: 'detach',
      changes: { phase: 'failed' },
    },
  ],
  [
    'gets no answer',
    READY,
    { cause: 'ECONNREFUSED' },
    { check: 'unreachable', verdict: 'retry' },
  ],
  [
    'is to be stopped',
    { ...READY, desiredState: 'stopped' },
    {},
    {
      check: 'stopping',
      verdict: 'wait',
      action: 'remove',
      changes: { phase: 'stopping', routed: false },
    },
  ],
  [
    'is stopping and still there',
    STOPPING,
    { observed: anObservation() },
    { check: 'stopping', verdict: 'wait', action: 'remove' },
  ],
  [
    'is going',
    STOPPING,
    { observed: anObservation({ terminating: true, route: detached }) },
    { check: 'stopping', verdict: 'wait', action: undefined },
  ],
  [
    'was accepted for removal',
    STOPPING,
    { removed: 'accepted' },
    { check: 'stopping', verdict: 'wait', action: undefined },
  ],
  [
    'does not show any more: the removal has to say so',
    STOPPING,
    { observed: nothingThere() },
    { check: 'stopping', verdict: 'wait', action: 'remove' },
  ],
  [
    'is gone',
    { ...STOPPING, desiredEndReason: 'expired' },
    { removed: 'gone' },
    {
      check: 'stopping',
      verdict: 'done',
      changes: { phase: 'stopped', endReason: 'expired', endedAt: TEST_START },
    },
  ],
  [
    'cannot be removed',
    STOPPING,
    { refusal: { ...FATAL, code: 'Forbidden' } },
    {
      check: 'stopping',
      verdict: 'retry',
      changes: { failure: { code: 'Forbidden' } },
    },
  ],
  [
    'is wanted back while it goes',
    { ...STOPPING, desiredState: 'running' },
    { removed: 'accepted' },
    { check: 'resumed', verdict: 'wait' },
  ],
  [
    'is wanted back and gone',
    { ...STOPPING, desiredState: 'running' },
    { removed: 'gone' },
    {
      check: 'resumed',
      verdict: 'wait',
      action: 'apply',
      changes: { phase: 'provisioning', revision: 2, handle: null },
    },
  ],
  [
    'has a root that does not show: make sure',
    READY,
    { observed: nothingThere() },
    { check: 'rootGone', verdict: 'wait', action: 'apply' },
  ],
  [
    'lost its root long before the backstop',
    READY,
    { observed: nothingThere(), source: 'apply' },
    {
      check: 'rootGone',
      verdict: 'wait',
      action: 'remove',
      changes: { desiredEndReason: 'deleted-in-cluster' },
    },
  ],
  [
    'lost its root at the backstop',
    { ...READY, expiresAt: TEST_START, backstopObservedAt: TEST_START + 5_000 },
    { observed: nothingThere(), source: 'apply' },
    {
      check: 'rootGone',
      verdict: 'wait',
      action: 'remove',
      changes: { desiredEndReason: 'expired' },
    },
  ],
  [
    'lost its root at a backstop that was moved',
    { ...READY, backstopObservedAt: TEST_START + 5_000 },
    { observed: nothingThere(), source: 'apply' },
    {
      check: 'rootGone',
      verdict: 'wait',
      action: 'apply',
      changes: { phase: 'provisioning', revision: 2 },
    },
  ],
  [
    'lost its root, and loose objects are left',
    { ...READY, backstopObservedAt: TEST_START },
    { observed: { ...nothingThere(), leftovers: true }, source: 'apply' },
    {
      check: 'rootGone',
      verdict: 'wait',
      action: 'remove',
      changes: undefined,
    },
  ],
  [
    'has failed, and what was kept is gone',
    { ...FAILED, desiredEndReason: 'target-gone' },
    { observed: nothingThere(), source: 'apply' },
    {
      check: 'rootGone',
      verdict: 'wait',
      action: 'remove',
      changes: { desiredEndReason: 'target-gone' },
    },
  ],
  [
    'has reached its deadline',
    { ...READY, expiresAt: TEST_START },
    { observed: anObservation() },
    {
      check: 'deadline',
      verdict: 'wait',
      action: 'remove',
      changes: {
        desiredState: 'stopped',
        desiredEndReason: 'expired',
        routed: false,
      },
    },
  ],
  [
    'has reached its deadline while the cluster is away',
    { ...READY, expiresAt: TEST_START },
    { cause: 'timeout' },
    { check: 'deadline', verdict: 'wait', action: 'remove' },
  ],
  [
    'has failed and keeps its pods',
    FAILED,
    { observed: anObservation({ route: detached }) },
    { check: 'keptFailed', verdict: 'done', action: undefined },
  ],
  [
    'has failed and still has a route',
    FAILED,
    { observed: anObservation() },
    { check: 'keptFailed', verdict: 'done', action: 'detach' },
  ],
  [
    'has failed and was kept long enough',
    { ...FAILED, keepUntil: TEST_START },
    {},
    {
      check: 'keptFailed',
      verdict: 'wait',
      action: 'remove',
      changes: { desiredEndReason: 'failed' },
    },
  ],
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
  it.each(CASES)('%s', (_, fields, cluster, expected, more = {}) => {
    const session = { ...aSession(), ...fields };
    const decision = nextStep(reflect(someFacts(session, cluster, more)));
    expect({
      check: decision.check,
      verdict: decision.verdict.type,
      action: decision.action,
      changes: decision.changes,
    }).toMatchObject(expected);
    expect(decision.reason).not.toBe('');
  });

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
