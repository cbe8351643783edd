// SPDX-License-Identifier: Apache-2.0
import type { TargetOption } from '@preview-environments/backstage-plugin-preview-common';
import { updateAction } from '../../actions/update';
import { aTarget, someOptions } from '../../examples/options';
import { aSession } from '../../examples/sessions';
import type { ExampleStates } from '../../examples/types';
import { ImageDialog } from './ImageDialog';

const dialog = (target: TargetOption) => () =>
  (
    <ImageDialog
      action={updateAction}
      session={aSession()}
      name="checkout"
      options={someOptions({
        targets: [target],
      })}
      title="Update the image of pr-7"
      submit="Update"
      onChanged={() => {}}
      onClose={() => {}}
    />
  );

const able = (inPlaceUpdate: boolean) => ({
  capabilities: { ...aTarget().capabilities, inPlaceUpdate },
});

/** What is told where the workload is not, or no longer, the entity's. */
const withheld = {
  ...able(false),
  image: null,
  imageRepositories: [],
  containers: [],
  trafficModes: [],
};

export const states: ExampleStates = {
  WithoutGap: {
    render: dialog(aTarget(able(true))),
    shows: /serves until the new one/,
  },
  WithGap: { render: dialog(aTarget(able(false))), shows: /short gap/ },
  OfWithheldTarget: { render: dialog(aTarget(withheld)), shows: /short gap/ },
};
