// SPDX-License-Identifier: Apache-2.0
import { TEST_START } from '../testUtils/aSession';
import { anObservation, nothingThere } from '../testUtils/someFacts';
import {
  detached,
  expectStep,
  FAILED,
  FATAL,
  READY,
  type StepCase,
  STOPPING,
} from '../testUtils/stepCase';

const CASES: StepCase[] = [
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
];

describe('the next step towards the end of a session that', () => {
  // eslint-disable-next-line jest/expect-expect
  it.each(CASES)('%s', expectStep);
});
