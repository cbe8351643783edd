// SPDX-License-Identifier: Apache-2.0
import type {
  PreviewApi,
  PreviewSession,
} from '@preview-environments/backstage-plugin-preview-common';
import { anEvent } from '../../examples/audit';
import { aSignOff, pageOf, signedOff } from '../../examples/environments';
import { aClusterEvent } from '../../examples/clusterEvents';
import { logAnswer, never, refusing } from '../../examples/api';
import { readerOptions, someOptions } from '../../examples/options';
import {
  aSession,
  but,
  ended,
  failedWith,
  starting,
} from '../../examples/sessions';
import { inSeconds } from '../../examples/time';
import type { ExampleState, ExampleStates } from '../../examples/types';
import { SessionPanel } from './SessionPage';

function page(
  session: PreviewSession,
  shows: string | RegExp,
  api: Partial<PreviewApi> = {},
  asked: string | null = null,
): ExampleState {
  return {
    render: () => <SessionPanel id={session.id} asked={asked} />,
    api: {
      getSession: async () => session,
      entityOptions: async () => someOptions(),
      logs: () => logAnswer('listening on 8080\nGET / 200\n'),
      listAuditEvents: async () => pageOf([anEvent()]),
      clusterEvents: async () => ({ state: 'live', items: [aClusterEvent()] }),
      ...api,
    },
    shows,
  };
}

export const states: ExampleStates = {
  Ready: page(aSession(), /listening on 8080/),
  AskedToExtend: page(aSession(), /Extend jana-feature-x/, {}, 'extend'),
  SignedOff: page(
    aSession(
      signedOff(aSignOff({ comment: 'It rounds well.' })),
      but({
        conditions: [
          {
            type: 'Available',
            status: 'True',
            reason: 'MinimumReplicasAvailable',
            message: 'One of one pods is available.',
            at: inSeconds(-60),
          },
        ],
      }),
    ),
    /It rounds well.*MinimumReplicasAvailable/,
  ),
  AskedForMore: page(
    aSession(
      but({
        driver: 'mirrord',
        traffic: { mode: 'steal', filter: { type: 'mirrord-default' } },
        inputs: {
          ports: [8080, 9090],
          ignorePorts: null,
          queues: [
            { id: 'orders', type: 'sqs', messageFilter: { key: 'jana' } },
            { id: '*', type: 'kafka', jqFilter: '.a == 1', mode: 'mirror' },
          ],
          databases: [{ type: 'pg', name: 'checkout-branch' }],
          labels: { exclude: ['team', 'cost-*'] },
          envSelection: { include: ['DB_*'] },
          idle: {
            startIdle: true,
            sleepAfterSeconds: 600,
            wakeTimeoutSeconds: 90,
          },
          configMounts: [{ path: '/etc/a.yaml', type: 'text', bytes: 120 }],
          secretMounts: [{ path: '/etc/token' }],
        },
      }),
    ),
    /mirrord-session=jana.*8080, 9090.*orders \(sqs\): key ~ jana.*copies: jq .a == 1.*pg checkout-branch.*all but team, cost-\*.*only DB_\*.*starts without pods, sleeps after 10.*etc\/a.yaml \(120 bytes\).*etc\/token/,
  ),
  WithoutEvents: page(aSession(), 'No event is recorded.', {
    listAuditEvents: async () => pageOf([]),
  }),
  MoreEvents: page(aSession(), 'All of them in the audit log', {
    listAuditEvents: async () => pageOf([anEvent()], { nextCursor: 'next' }),
  }),
  ClusterEvents: page(aSession(starting), /BackOff.*4 times.*Scheduled/, {
    clusterEvents: async () => ({
      state: 'live',
      items: [
        aClusterEvent({
          id: 'later',
          type: 'Warning',
          reason: 'BackOff',
          message: 'Back-off pulling image "shop/checkout:feature-x"',
          count: 4,
        }),
        aClusterEvent(),
      ],
    }),
  }),
  NoClusterEvents: page(aSession(), /keeps events for about an hour/, {
    clusterEvents: async () => ({ state: 'live', items: [] }),
  }),
  NoClusterEventsAnyMore: page(aSession(ended), /events with them/, {
    clusterEvents: async () => ({ state: 'over', items: [] }),
  }),
  ClusterEventsUnsupported: page(aSession(), /does not tell events/, {
    clusterEvents: async () => ({ state: 'unsupported', items: [] }),
  }),
  ClusterEventsForbidden: page(aSession(), /may not list events/, {
    clusterEvents: refusing(403, {
      code: 'Forbidden',
      message: 'The portal may not list events.',
    }),
  }),
  ClusterEventsLoading: page(aSession(), /Loading/, { clusterEvents: never }),
  NoLogsKept: page(aSession(ended), /kept for some days/, {
    logs: refusing(404, {
      code: 'LogsNotKept',
      message: 'No log lines of this preview are kept.',
      hint: 'Lines are kept for some days after the end.',
    }),
  }),
  LogsBroken: page(aSession(), 'Connecting again.', {
    logs: async () => {
      throw new Error('the network is away');
    },
  }),
  Starting: page(
    aSession(starting),
    /Pulling the image\..*Its log appears here/,
    // It would be refused: there is nothing to read yet.
    { logs: refusing(404, { code: 'TargetNotFound', message: 'Asked.' }) },
  ),
  Failed: page(aSession(failedWith('CrashLoop')), /starts and ends again/),
  Ended: page(aSession(ended), /Ended: time was up.*End of the log/, {
    logs: () => logAnswer('the last line\n', true),
  }),
  ForReader: page(aSession(), /may read logs/, {
    entityOptions: async () => readerOptions(),
  }),
  LogsRefused: page(aSession(), 'The log is gone.', {
    logs: refusing(404, {
      code: 'SessionNotFound',
      message: 'The log is gone.',
    }),
  }),
  NotFound: page(aSession(), 'The preview was not found.', {
    getSession: refusing(404, {
      code: 'SessionNotFound',
      message: 'The preview was not found.',
    }),
  }),
  Loading: page(aSession(), 'Loading', { getSession: never }),
};
