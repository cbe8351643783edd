// SPDX-License-Identifier: Apache-2.0
import { approveAction, rejectAction } from '../../actions/signOff';
import { aSession } from '../../examples/sessions';
import type { ExampleStates } from '../../examples/types';
import { SignOffDialog } from './SignOffDialog';

const dialog = (action: typeof approveAction) => () =>
  (
    <SignOffDialog
      session={aSession()}
      action={action}
      onChanged={() => {}}
      onClose={() => {}}
    />
  );

export const states: ExampleStates = {
  Approve: { render: dialog(approveAction), shows: /Approve jana-feature-x/ },
  Reject: { render: dialog(rejectAction), shows: 'Say what is wrong.' },
};
