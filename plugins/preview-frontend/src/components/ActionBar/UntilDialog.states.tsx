// SPDX-License-Identifier: Apache-2.0
import { aSession } from '../../examples/sessions';
import type { ExampleStates } from '../../examples/types';
import type { Refusal } from '../../model/refusal';
import { UntilDialog } from './UntilDialog';

const dialog = (refusal: Refusal | null) => () =>
  (
    <UntilDialog
      session={aSession()}
      possible
      busy={false}
      refusal={refusal}
      onSubmit={() => {}}
      onClose={() => {}}
    />
  );

export const states: ExampleStates = {
  Asking: { render: dialog(null), shows: 'Extend' },
  Refused: {
    render: dialog({
      code: 'LifetimeExceeded',
      message: 'The preview has reached the longest life allowed.',
      hint: 'Start a new one, or ask an admin.',
      field: 'expiresAt',
    }),
    shows: /longest life allowed/,
  },
};
