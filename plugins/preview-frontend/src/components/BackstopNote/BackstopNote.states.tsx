// SPDX-License-Identifier: Apache-2.0
import type { ExampleStates } from '../../examples/types';
import { BackstopNote } from './BackstopNote';

export const states: ExampleStates = {
  NotYetMoved: {
    render: () => (
      <BackstopNote
        session={{ endedAt: null, backstop: { at: null, state: 'behind' } }}
      />
    ),
    shows: /still has the earlier end/,
  },
  Unavailable: {
    render: () => (
      <BackstopNote
        session={{
          endedAt: null,
          backstop: { at: null, state: 'unavailable' },
        }}
      />
    ),
    shows: /keeps no end date of its own/,
  },
};
