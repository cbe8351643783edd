// SPDX-License-Identifier: Apache-2.0
import {
  ApiBlueprint,
  discoveryApiRef,
  fetchApiRef,
} from '@backstage/frontend-plugin-api';
import { PreviewClient } from '@preview-environments/backstage-plugin-preview-common';
import { previewApiRef } from '../apis/previewApiRef';
import { clockApiRef } from '../clock/ClockApi';
import { systemClock } from '../clock/systemClock';

/** The backend, asked as the person who is signed in. */
export const previewApi = ApiBlueprint.make({
  params: defineParams =>
    defineParams({
      api: previewApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: deps => new PreviewClient({ ...deps, client: 'portal' }),
    }),
});

/** The browser's clock. */
export const clockApi = ApiBlueprint.make({
  name: 'clock',
  params: defineParams =>
    defineParams({ api: clockApiRef, deps: {}, factory: () => systemClock }),
});
