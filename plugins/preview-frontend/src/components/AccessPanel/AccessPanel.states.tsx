// SPDX-License-Identifier: Apache-2.0
import { aSession } from '../../examples/sessions';
import type { ExampleStates } from '../../examples/types';
import { AccessPanel } from './AccessPanel';

const { access, key, phase } = aSession();

export const states: ExampleStates = {
  AllWays: {
    render: () => <AccessPanel session={{ access, key, phase }} />,
    shows: /curl -i -H/,
  },
  NoAddress: {
    render: () => (
      <AccessPanel
        session={{
          key,
          phase,
          access: {
            ...access,
            url: null,
            reason: 'No listener tells an address. Set gateway.url.',
          },
        }}
      />
    ),
    shows: /No listener tells an address/,
  },
  NoWayAtAll: {
    render: () => (
      <AccessPanel
        session={{
          key,
          phase,
          access: { ...access, url: null, portForward: null, headers: {} },
        }}
      />
    ),
    shows: 'No address is known for this preview.',
  },
};
