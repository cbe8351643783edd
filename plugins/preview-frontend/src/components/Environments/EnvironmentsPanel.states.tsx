// SPDX-License-Identifier: Apache-2.0
import { environmentsApi, someEnvironments } from '../../examples/environments';
import type { ExampleStates } from '../../examples/types';
import { EnvironmentsPanel } from './EnvironmentsPanel';

export const states: ExampleStates = {
  Running: {
    render: () => <EnvironmentsPanel />,
    api: environmentsApi(...someEnvironments),
    shows: /pr-0990.*14\smin left/,
  },
};
