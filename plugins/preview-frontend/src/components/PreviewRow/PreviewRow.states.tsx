// SPDX-License-Identifier: Apache-2.0
import type { PreviewSession } from '@preview-environments/backstage-plugin-preview-common';
import { readerOptions, someOptions } from '../../examples/options';
import {
  aSession,
  but,
  ended,
  failedWith,
  named,
  starting,
  stepsUpTo,
  updateFailed,
  updating,
} from '../../examples/sessions';
import { inSeconds } from '../../examples/time';
import type { ExampleState, ExampleStates } from '../../examples/types';
import { PreviewRow } from './PreviewRow';

function row(
  session: PreviewSession,
  shows: string | RegExp,
  { open = true, reader = false } = {},
): ExampleState {
  return {
    render: () => (
      <ul style={{ listStyle: 'none', padding: 0 }}>
        <PreviewRow
          session={session}
          name="checkout"
          options={reader ? readerOptions() : someOptions()}
          onChanged={() => {}}
          defaultOpen={open}
        />
      </ul>
    ),
    shows,
  };
}

const LONG = `a-very-long-${'name-'.repeat(5)}x`;

export const states: ExampleStates = {
  ReadyClosed: row(aSession(), /5\sh 12\smin left/, { open: false }),
  Ready: row(aSession(), /curl -i/),
  ReadyForReader: row(aSession(), /curl -i/, { reader: true }),
  StartingClosed: row(aSession(starting), 'Pulling the image.', {
    open: false,
  }),
  Starting: row(aSession(starting), 'Starting'),
  Updating: row(aSession(updating), 'Updating'),
  Degraded: row(aSession(but({ phase: 'degraded' })), 'Degraded'),
  Stopping: row(aSession(but({ phase: 'stopping' })), 'Stopping'),
  FailedClosed: row(
    aSession(failedWith('ImagePullFailed')),
    /pod kept for 13\smin/,
    { open: false },
  ),
  Failed: row(aSession(failedWith('CrashLoop')), 'Try another image'),
  FailedUpdateClosed: row(
    aSession(updateFailed),
    /Ready.*feature-x · 3f9c2e1 update to missing failed/,
    { open: false },
  ),
  FailedUpdate: row(
    aSession(updateFailed),
    'The version before still serves: feature-x.',
  ),
  NotVerified: row(
    aSession(
      but({
        steps: stepsUpTo('verified', 'not-checked', 'There is no probe path.'),
      }),
    ),
    'There is no probe path.',
  ),
  Ended: row(aSession(ended), 'Restart'),
  Pinned: row(aSession(but({ pinned: true, expiresAt: null })), 'no end'),
  EndsSoon: row(
    aSession(but({ expiresAt: inSeconds(14 * 60 + 30) })),
    /14\smin left/,
  ),
  BackstopBehind: row(
    aSession(but({ backstop: { at: inSeconds(60), state: 'behind' } })),
    /still has the earlier end/,
  ),
  BackstopUnavailable: row(
    aSession(but({ backstop: { at: null, state: 'unavailable' } })),
    /keeps no end date of its own/,
  ),
  NoTraffic: row(
    aSession(
      but({
        traffic: { mode: 'none', filter: null },
        access: {
          ...aSession().access,
          url: null,
          headers: {},
          reason: 'No requests are sent to this preview.',
        },
      }),
    ),
    'No requests are sent to this preview.',
  ),
  ReadOnly: row(
    aSession(but({ readOnly: true, via: 'cluster' })),
    /Started elsewhere/,
  ),
  Idle: row(
    aSession(
      but({
        driver: 'mirrord',
        conditions: [
          {
            type: 'Idle',
            status: 'True',
            reason: 'WaitingForTraffic',
            message: 'No pod runs just now; the first request wakes one.',
            at: '2026-11-20T10:00:00.000Z',
          },
        ],
      }),
    ),
    /first request wakes one/,
  ),
  ByCi: row(
    aSession(
      but({
        createdBy: 'ci:shop/checkout',
        claimedActor: 'jana',
        via: 'action',
      }),
    ),
    'ci:shop/checkout',
  ),
  LongNames: row(aSession(named(LONG, LONG)), LONG),
};
