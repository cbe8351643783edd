// SPDX-License-Identifier: Apache-2.0
import { listing, never, refusing } from '../../examples/api';
import { aSession, named, starting } from '../../examples/sessions';
import type { ExampleStates } from '../../examples/types';
import { SessionList } from './SessionList';

const render = () => <SessionList />;

export const states: ExampleStates = {
  Some: {
    render,
    api: listing([aSession(), aSession(named('pr-7', 'x'), starting)]),
    shows: 'pr-7',
  },
  Empty: {
    render,
    api: listing([]),
    shows: 'No preview is running that you may see.',
  },
  Loading: { render, api: { listSessions: never }, shows: 'Loading' },
  Error: {
    render,
    api: { listSessions: refusing(500, { code: 'X', message: 'It broke.' }) },
    shows: 'It broke.',
  },
};
