// SPDX-License-Identifier: Apache-2.0
import { updateAction } from '../../actions/update';
import { aTarget, someOptions } from '../../examples/options';
import { aSession } from '../../examples/sessions';
import type { ExampleStates } from '../../examples/types';
import { ImageDialog } from './ImageDialog';

const dialog = (inPlaceUpdate: boolean) => () =>
  (
    <ImageDialog
      action={updateAction}
      session={aSession()}
      name="checkout"
      options={someOptions({
        targets: [
          aTarget({
            capabilities: { ...aTarget().capabilities, inPlaceUpdate },
          }),
        ],
      })}
      title="Update the image of pr-7"
      submit="Update"
      onChanged={() => {}}
      onClose={() => {}}
    />
  );

export const states: ExampleStates = {
  WithoutGap: { render: dialog(true), shows: /serves until the new one/ },
  WithGap: { render: dialog(false), shows: /short gap/ },
};
