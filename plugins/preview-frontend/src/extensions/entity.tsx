// SPDX-License-Identifier: Apache-2.0
import type { FilterPredicate } from '@backstage/filter-predicates';
import {
  EntityCardBlueprint,
  EntityContentBlueprint,
} from '@backstage/plugin-catalog-react/alpha';
import { entityRouteRef } from '../routes';

/** As data, so that an app's configuration can show and replace it. */
export const hasWorkload: FilterPredicate = {
  $any: [
    {
      'metadata.annotations.preview-environments.io/target': { $exists: true },
    },
    { 'metadata.annotations.backstage.io/kubernetes-id': { $exists: true } },
  ],
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
