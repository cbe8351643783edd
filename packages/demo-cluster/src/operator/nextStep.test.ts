// SPDX-License-Identifier: Apache-2.0
import { Facts, finalizer, nextStep, Step } from './nextStep';
import { Pod, PreviewSession, SessionStatus, Workload } from './objects';

const NOW = Date.parse('2026-11-21T12:00:00Z');
const MINUTE = 60_000;
const at = (ms: number) => new Date(NOW + ms).toISOString();

const target = { metadata: { name: 'payments' } } as Workload;

function facts(
  status: Partial<SessionStatus> | null,
  rest: Partial<Facts> = {},
  spec: Partial<PreviewSession['spec']> = {},
  metadata: Partial<PreviewSession['metadata']> = {},
): Facts {
  return {
    session: {
      metadata: { name: 'payments-pr-1', finalizers: [finalizer], ...metadata },
      spec: {
        image: 'shop/payments:pr-1',
        key: 'pr-1',
        target: {
          apiVersion: 'apps/v1',
          kind: 'Deployment',
          name: 'payments',
          container: 'payments',
        },
        ttlSecs: 60,
        ...spec,
      },
      status: status as SessionStatus,
    },
    target,
    built: true,
    pods: [],
    lastRequest: NOW,
    now: NOW,
    ...rest,
  };
}

function pod(ready: boolean, state: object = {}): Pod {
  const container = { name: 'payments', ready, restartCount: 0, ...state };
  return {
    metadata: { name: 'payments-pr-1-x' },
    status: { containerStatuses: [container] },
  };
}

const report = (phase: string) => ({
  do: 'report',
  status: expect.objectContaining({ phase }),
});
const going = { deletionTimestamp: at(0) };

it.each<[string, Facts, Step | object]>([
  ['is held first', facts(null, {}, {}, { finalizers: [] }), { do: 'hold' }],
  ['begins', facts(null), report('Initializing')],
  [
    'builds',
    facts({ phase: 'Initializing' }, { built: false }),
    { do: 'build' },
  ],
  ['waits', facts({ phase: 'Initializing' }), report('Waiting')],
  [
    'fails without a target',
    facts({ phase: 'Initializing' }, { target: undefined, built: false }),
    report('Failed'),
  ],
  [
    'fails on a filter that it does not know',
    facts(
      { phase: 'Initializing' },
      {},
      { incoming: { steal: true, httpFilter: '{"body_filter":{}}' } },
    ),
    report('Failed'),
  ],
  [
    'begins asleep',
    facts({ phase: 'Initializing' }, {}, { idle: { startIdle: true } }),
    report('Idle'),
  ],
  [
    'waits for its pods',
    facts({ phase: 'Waiting' }, { pods: [pod(false)] }),
    { do: 'wait' },
  ],
  [
    'is ready',
    facts({ phase: 'Waiting' }, { pods: [pod(true)] }),
    {
      do: 'report',
      status: {
        phase: 'Ready',
        idleSince: null,
        expiresAt: '2026-11-21T12:01:00.000000Z',
      },
    },
  ],
  [
    'never ends with the longest life',
    facts({ phase: 'Waiting' }, { pods: [pod(true)] }, { ttlSecs: 2 ** 32 }),
    {
      do: 'report',
      status: { phase: 'Ready', idleSince: null, expiresAt: null },
    },
  ],
  [
    'fails when the image cannot be pulled',
    facts(
      { phase: 'Waiting' },
      {
        pods: [pod(false, { state: { waiting: { reason: 'ErrImagePull' } } })],
      },
    ),
    report('Failed'),
  ],
  [
    'fails when a container ends',
    facts(
      { phase: 'Waiting' },
      { pods: [pod(false, { state: { terminated: { exitCode: 1 } } })] },
    ),
    report('Failed'),
  ],
  ['ends', facts({ phase: 'Ready', expiresAt: at(0) }), { do: 'delete' }],
  [
    'runs until its end',
    facts({ phase: 'Ready', expiresAt: at(MINUTE) }),
    { do: 'wait', until: NOW + MINUTE },
  ],
  [
    'falls asleep',
    facts(
      { phase: 'Ready', expiresAt: at(MINUTE) },
      { lastRequest: NOW - 10_000 },
      { idle: { sleepAfterSecs: 10 } },
    ),
    report('Idle'),
  ],
  ['runs no pods asleep', facts({ phase: 'Idle' }), { do: 'clear' }],
  ['sleeps', facts({ phase: 'Idle' }, { built: false }), { do: 'wait' }],
  [
    'runs no pods after a failure',
    facts({ phase: 'Failed', failedAt: at(0) }),
    { do: 'clear' },
  ],
  [
    'is kept after a failure',
    facts({ phase: 'Failed', failedAt: at(0) }, { built: false }),
    { do: 'wait', until: NOW + 15 * MINUTE },
  ],
  [
    'goes: pods first',
    facts({ phase: 'Ready' }, {}, {}, going),
    { do: 'clear' },
  ],
  [
    'goes: until no pod is left',
    facts({ phase: 'Ready' }, { built: false, pods: [pod(true)] }, {}, going),
    { do: 'wait' },
  ],
  [
    'goes: then itself',
    facts({ phase: 'Ready' }, { built: false }, {}, going),
    { do: 'release' },
  ],
])('%s', (_, seen, step) => {
  expect(nextStep(seen)).toEqual(step);
});
