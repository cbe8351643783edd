// SPDX-License-Identifier: Apache-2.0
import type {
  PreviewApi,
  PreviewSession,
} from '@preview-environments/backstage-plugin-preview-common';
import { logAnswer, never, refusing } from '../../examples/api';
import { readerOptions, someOptions } from '../../examples/options';
import { aSession, ended, failedWith, starting } from '../../examples/sessions';
import type { ExampleState, ExampleStates } from '../../examples/types';
import { SessionPanel } from './SessionPage';

function page(
  session: PreviewSession,
  shows: string | RegExp,
  api: Partial<PreviewApi> = {},
): ExampleState {
  return {
    render: () => <SessionPanel id={session.id} />,
    api: {
      getSession: async () => session,
      entityOptions: async () => someOptions(),
      logs: () => logAnswer('listening on 8080\nGET / 200\n'),
      ...api,
    },
    shows,
  };
}

export const states: ExampleStates = {
  Ready: page(aSession(), /listening on 8080/),
  Starting: page(aSession(starting), 'Pulling the image.'),
  Failed: page(aSession(failedWith('CrashLoop')), /starts and ends again/),
  Ended: page(aSession(ended), /Ended: time was up/),
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
