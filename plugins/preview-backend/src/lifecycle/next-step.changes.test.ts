// SPDX-License-Identifier: Apache-2.0
import { TEST_START } from '../testUtils/aSession';
import { anObservation, aYoungRevision } from '../testUtils/someFacts';
import {
  DAY,
  expectStep,
  READY,
  type StepCase,
  UPDATING,
} from '../testUtils/stepCase';

const MUTE = { traffic: { mode: 'none' as const, filter: null } };

const CASES: StepCase[] = [
  [
    'has just been asked for more pods',
    { ...READY, replicas: 2 },
    {
      observed: anObservation({
        revisions: [aYoungRevision(1, { readyPods: 1 })],
      }),
    },
    { check: 'notAvailable', verdict: 'wait', changes: undefined },
  ],
  [
    'was asked for more pods long ago',
    { ...READY, replicas: 2, desiredAt: TEST_START - DAY },
    {
      observed: anObservation({
        revisions: [aYoungRevision(1, { readyPods: 1 })],
      }),
    },
    {
      check: 'notAvailable',
      verdict: 'wait',
      changes: { phase: 'degraded', failure: { code: 'ReadinessTimeout' } },
    },
  ],
  [
    'was just asked for more pods, and has none that answers',
    { ...READY, replicas: 2 },
    {
      observed: anObservation({
        revisions: [aYoungRevision(1, { readyPods: 0 })],
      }),
    },
    { check: 'notAvailable', verdict: 'wait', changes: { phase: 'degraded' } },
  ],
  [
    'shall get no traffic any more',
    { ...READY, ...MUTE },
    { observed: anObservation() },
    {
      check: 'rerouted',
      verdict: 'wait',
      changes: { routed: false },
      action: 'apply',
    },
  ],
  [
    'shall get no traffic any more while it is updated',
    { ...UPDATING, ...MUTE },
    { observed: anObservation() },
    {
      check: 'rerouted',
      verdict: 'wait',
      changes: { routed: false },
      action: 'apply',
    },
  ],
  [
    'shall get traffic from now on',
    { ...READY, routed: false },
    { observed: anObservation() },
    {
      check: 'rerouted',
      verdict: 'wait',
      changes: { routed: true },
      action: 'apply',
    },
  ],
];

describe('the next step of a session that serves, and', () => {
  // eslint-disable-next-line jest/expect-expect
  it.each(CASES)('%s', expectStep);
});
