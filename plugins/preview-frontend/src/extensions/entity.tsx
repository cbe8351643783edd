// SPDX-License-Identifier: Apache-2.0
import {
  EntityCardBlueprint,
  EntityContentBlueprint,
} from '@backstage/plugin-catalog-react/alpha';
import { ENTITY_ANNOTATIONS } from '../isPreviewAvailable';
import { entityRouteRef } from '../routes';

/** As data, so that an app's configuration can show and replace it. */
const hasWorkload = {
  $any: ENTITY_ANNOTATIONS.map(name => ({
    [`metadata.annotations.${name}`]: { $exists: true as const },
  })),
};

/** The Previews tab. */
export const previewsContent = EntityContentBlueprint.make({
  params: {
    path: 'previews',
    title: 'Previews',
    group: 'deployment',
    routeRef: entityRouteRef,
    filter: hasWorkload,
    loader: () =>
      import('../components/PreviewsTab/PreviewsTab').then(m => (
        <m.PreviewsTab />
      )),
  },
});

/** The card on the overview. */
export const previewsCard = EntityCardBlueprint.make({
  params: {
    type: 'content',
    filter: hasWorkload,
    loader: () =>
      import('../components/OverviewCard/OverviewCard').then(m => (
        <m.OverviewCard />
      )),
  },
});
