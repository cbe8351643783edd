// SPDX-License-Identifier: Apache-2.0
import type { StopEnvironmentResponse } from '@preview-environments/backstage-plugin-preview-common';
import { never, refusing } from '../../examples/api';
import type { ExampleState, ExampleStates } from '../../examples/types';
import { StopAllDialog } from './StopAllDialog';

const dialog = () => (
  <StopAllDialog
    environmentKey="pr-1042"
    onStopped={() => {}}
    onClose={() => {}}
  />
);

function answering(
  part: Partial<StopEnvironmentResponse>,
  shows: string | RegExp,
): ExampleState {
  return {
    render: dialog,
    api: {
      stopEnvironment: async () => ({
        dryRun: true,
        stopped: [],
        skipped: [],
        ...part,
      }),
    },
    shows,
  };
}

const stopped = ['checkout', 'storefront'].map(name => ({
  id: name,
  entityRef: `component:default/${name}`,
}));
const skipped = [
  {
    id: 'inventory',
    entityRef: 'component:default/inventory',
    code: 'NotEntityOwner',
    message: 'Only owners of the service may do this.',
  },
];

export const states: ExampleStates = {
  All: answering({ stopped }, 'Stop 2'),
  SomeGoOn: answering({ stopped, skipped }, /These go on:.*inventory/),
  Nothing: answering({ skipped }, /nothing here that you may stop/),
  Loading: {
    render: dialog,
    api: { stopEnvironment: never },
    shows: 'Loading',
  },
  Error: {
    render: dialog,
    api: {
      stopEnvironment: refusing(500, { code: 'X', message: 'It broke.' }),
    },
    shows: 'It broke.',
  },
};
