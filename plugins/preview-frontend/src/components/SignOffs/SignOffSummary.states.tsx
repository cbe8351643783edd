// SPDX-License-Identifier: Apache-2.0
import type { SignOff } from '@preview-environments/backstage-plugin-preview-common';
import { aSignOff } from '../../examples/environments';
import type { ExampleState, ExampleStates } from '../../examples/types';
import { SignOffSummary } from './SignOffSummary';

const of = (shows: string | RegExp, ...signOffs: SignOff[]): ExampleState => ({
  render: () => <SignOffSummary signOffs={signOffs} />,
  shows,
});

const rejected = aSignOff({ decision: 'rejected', comment: 'no', by: 'a' });

export const states: ExampleStates = {
  None: of('–'),
  Approved: of('approved by kim', aSignOff()),
  OneRejectionOutweighs: of('rejected by a: no', rejected, aSignOff()),
  VoidCountsNot: of(
    '–',
    aSignOff({ void: { at: aSignOff().at, why: 'new-revision' } }),
  ),
};
