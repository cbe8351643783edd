// SPDX-License-Identifier: Apache-2.0
import { aSession } from '../../examples/sessions';
import type { ExampleStates } from '../../examples/types';
import { AccessPanel } from './AccessPanel';

const { access, driver, key, phase } = aSession();

export const states: ExampleStates = {
  AllWays: {
    render: () => <AccessPanel session={{ access, driver, key, phase }} />,
    shows: /curl -i -H/,
  },
  ByAnOperator: {
    render: () => (
      <AccessPanel session={{ access, driver: 'mirrord', key, phase }} />
    ),
    shows: /The answer carries mirrord-key/,
  },
  NoAddress: {
    render: () => (
      <AccessPanel
        session={{
          driver,
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
          driver,
          key,
          phase,
          access: { ...access, url: null, portForward: null, headers: {} },
        }}
      />
    ),
    shows: 'No address is known for this preview.',
  },
};
