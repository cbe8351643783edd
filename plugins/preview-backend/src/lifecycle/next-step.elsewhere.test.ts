// SPDX-License-Identifier: Apache-2.0
import { TEST_START } from '../testUtils/aSession';
import {
  anObservation,
  aYoungRevision,
  nothingThere,
} from '../testUtils/someFacts';
import {
  detached,
  expectStep,
  FATAL,
  PASSING,
  READY,
  type StepCase,
  STOPPING,
} from '../testUtils/stepCase';

const origin = 'elsewhere' as const;
const YOUNG = { origin, handle: 'elsewhere/uid/name' };
const RUNS = { ...READY, ...YOUNG };
const comingUp = anObservation({
  revisions: [aYoungRevision(1, { progress: 'starting' })],
  serving: null,
  route: detached,
});
const END = TEST_START + 60_000;

const CASES: StepCase[] = [
  [
    'is asked about, never made',
    YOUNG,
    {},
    { check: 'unasked', verdict: 'wait', action: 'observe' },
  ],
  [
    'gets no answer',
    RUNS,
    { cause: 'ECONNREFUSED' },
    { check: 'unanswered', verdict: 'retry' },
  ],
  [
    'may not be read: it may be there all the same',
    RUNS,
    { refusal: { ...FATAL, code: 'Forbidden' } },
    { check: 'unanswered', verdict: 'retry' },
  ],
  [
    'comes up',
    YOUNG,
    { observed: comingUp },
    { check: 'notUp', verdict: 'wait' },
  ],
  [
    'takes longer than any of ours might',
    YOUNG,
    { observed: comingUp },
    { check: 'notUp', verdict: 'wait' },
    { now: TEST_START + 24 * 3_600_000 },
  ],
  [
    'has failed: nothing is removed',
    YOUNG,
    { observed: { ...comingUp, problem: FATAL } },
    { check: 'notUp', verdict: 'wait', changes: { phase: 'failed' } },
  ],
  [
    'runs: the route is looked at once',
    YOUNG,
    { observed: anObservation({ backstop: { at: END, state: 'set' } }) },
    { check: 'notVerified', verdict: 'wait', action: 'verify' },
  ],
  [
    'runs where no traffic is taken',
    { ...YOUNG, traffic: { mode: 'none', filter: null } },
    { observed: anObservation({ route: detached }) },
    { check: 'followed', verdict: 'done', changes: { phase: 'ready' } },
  ],
  [
    'does not run just now',
    RUNS,
    {
      observed: {
        ...comingUp,
        revisions: [aYoungRevision(1, { problem: PASSING })],
      },
    },
    { check: 'notUp', verdict: 'wait', changes: { phase: 'degraded' } },
  ],
  [
    'is past its end and still there: the cluster ends it',
    { ...RUNS, expiresAt: TEST_START - 1 },
    {
      observed: anObservation({
        backstop: { at: TEST_START - 1, state: 'set' },
        terminating: true,
      }),
    },
    { check: 'notUp', verdict: 'wait' },
  ],
  [
    'is gone before its end',
    { ...RUNS, expiresAt: END },
    { observed: nothingThere() },
    {
      check: 'goneElsewhere',
      verdict: 'done',
      changes: { phase: 'stopped', endReason: 'deleted-in-cluster' },
    },
  ],
  [
    'is gone at its end',
    { ...RUNS, expiresAt: TEST_START },
    { observed: nothingThere() },
    {
      check: 'goneElsewhere',
      verdict: 'done',
      changes: { phase: 'stopped', endReason: 'expired' },
    },
  ],
  [
    'is gone after it had failed',
    { ...YOUNG, phase: 'failed' },
    { observed: nothingThere() },
    {
      check: 'goneElsewhere',
      verdict: 'done',
      changes: { phase: 'stopped', endReason: 'failed' },
    },
  ],
  [
    'is stopped by a person',
    { ...RUNS, desiredState: 'stopped' },
    {},
    {
      check: 'stopping',
      verdict: 'wait',
      action: 'remove',
      changes: { phase: 'stopping', routed: false },
    },
  ],
  [
    'is stopping and stays routed for a moment',
    { ...STOPPING, ...YOUNG },
    { observed: anObservation() },
    { check: 'stopping', verdict: 'wait', action: 'remove' },
  ],
];

describe('what was started elsewhere', () => {
  // The function holds the expectations.
  // eslint-disable-next-line jest/expect-expect
  // eslint-disable-next-line jest/expect-expect
  it.each(CASES)('%s', expectStep);
});
