// SPDX-License-Identifier: Apache-2.0
import { aSignOff, signedOff } from '../../examples/environments';
import { readerOptions, someOptions } from '../../examples/options';
import { aSession, ended, type Trait } from '../../examples/sessions';
import type { ExampleState, ExampleStates } from '../../examples/types';
import { SignOffs } from './SignOffs';

function of(
  shows: string | RegExp,
  traits: Trait[],
  options = someOptions(),
): ExampleState {
  return {
    render: () => (
      <SignOffs
        session={aSession(...traits)}
        options={options}
        onChanged={() => {}}
      />
    ),
    shows,
  };
}

const voided = (why: 'new-revision' | 'digest-changed' | 'superseded') =>
  signedOff(aSignOff({ void: { at: aSignOff().at, why } }));

export const states: ExampleStates = {
  None: of('Approve', []),
  Approved: of(/Approved by/, [signedOff(aSignOff())]),
  Rejected: of('It rounds down.', [
    signedOff(aSignOff({ decision: 'rejected', comment: 'It rounds down.' })),
  ]),
  VoidByRevision: of(/runs another image now/, [voided('new-revision')]),
  VoidByDigest: of(/now means another image/, [voided('digest-changed')]),
  Superseded: of(/decided again/, [voided('superseded')]),
  ForSomebodyWhoMayNot: of(/Approved by/, [signedOff(aSignOff())], {
    ...readerOptions(),
    may: { ...readerOptions().may, signOff: false },
  }),
  Ended: of(/Approved by/, [signedOff(aSignOff()), ended]),
};
