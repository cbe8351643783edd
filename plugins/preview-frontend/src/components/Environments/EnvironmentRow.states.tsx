// SPDX-License-Identifier: Apache-2.0
import type { EnvironmentSummary } from '@preview-environments/backstage-plugin-preview-common';
import {
  aSignOff,
  anEnvironment,
  of,
  signedOff,
  someEnvironments,
} from '../../examples/environments';
import { readerOptions, someOptions } from '../../examples/options';
import { aSession, but, failedWith } from '../../examples/sessions';
import type { ExampleState, ExampleStates } from '../../examples/types';
import { EnvironmentRow } from './EnvironmentRow';

function row(
  environment: EnvironmentSummary,
  shows: string | RegExp,
  options = someOptions(),
  open = true,
): ExampleState {
  return {
    render: () => (
      <ul style={{ listStyle: 'none', padding: 0 }}>
        <EnvironmentRow
          environment={environment}
          open={open}
          onToggle={() => {}}
          onChanged={() => {}}
        />
      </ul>
    ),
    api: { entityOptions: async () => options },
    shows,
  };
}

const { access } = aSession();
const LONG = `a-very-long-${'name-'.repeat(5)}x`;

export const states: ExampleStates = {
  Closed: row(someEnvironments[1], '2 Ready', someOptions(), false),
  TwoServices: row(someEnvironments[1], /storefront.*Approve/),
  ForReader: row(someEnvironments[1], /Stop all/, readerOptions()),
  Rejected: row(someEnvironments[0], 'the rounding is wrong'),
  Failed: row(
    anEnvironment('pr-3', aSession(failedWith('ImagePullFailed'))),
    /image could not be pulled/,
  ),
  FailedEndsFirst: row(
    anEnvironment(
      'pr-5',
      aSession(of('checkout')),
      aSession(of('storefront'), failedWith('CrashLoop')),
    ),
    /pod kept for 13\smin/,
    someOptions(),
    false,
  ),
  FailedWithoutPod: row(
    anEnvironment(
      'pr-6',
      aSession(failedWith('ImagePullFailed'), but({ pods: [] })),
    ),
    /13\smin left/,
    someOptions(),
    false,
  ),
  NoAddress: row(
    anEnvironment('pr-4', aSession(but({ access: { ...access, url: null } }))),
    'No address is known for this preview.',
  ),
  LongNames: row(
    anEnvironment(
      LONG,
      aSession(
        of(LONG),
        signedOff(aSignOff({ comment: 'word '.repeat(60), by: LONG })),
      ),
    ),
    LONG,
  ),
};
