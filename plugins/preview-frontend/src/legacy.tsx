// SPDX-License-Identifier: Apache-2.0
/**
 * The same tab, card and pages for portals on the old frontend system.
 *
 * @packageDocumentation
 */
import {
  createApiFactory,
  createComponentExtension,
  createPlugin,
  createRoutableExtension,
  discoveryApiRef,
  fetchApiRef,
} from '@backstage/core-plugin-api';
import { PreviewClient } from '@preview-environments/backstage-plugin-preview-common';
import { previewApiRef } from './apis/previewApiRef';
import { clockApiRef } from './clock/ClockApi';
import { systemClock } from './clock/systemClock';
import { entityRouteRef, rootRouteRef } from './routes';

export { previewApiRef } from './apis/previewApiRef';
export { clockApiRef, type ClockApi } from './clock/ClockApi';
export { isPreviewAvailable } from './isPreviewAvailable';
export { previewTranslationRef } from './translation/translationRef';

/**
 * Preview environments for the old frontend system.
 *
 * @public
 */
export const previewPlugin = createPlugin({
  id: 'preview',
  apis: [
    createApiFactory({
      api: previewApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: deps => new PreviewClient({ ...deps, client: 'portal' }),
    }),
    createApiFactory(clockApiRef, systemClock),
  ],
  routes: { root: rootRouteRef, entity: entityRouteRef },
});

/**
 * Previews across services, the audit log, and the page of each preview; to
 * be mounted at `/previews`.
 *
 * @public
 */
export const PreviewsPage: () => JSX.Element = previewPlugin.provide(
  createRoutableExtension({
    name: 'PreviewsPage',
    component: () =>
      import('./components/LegacyPage/LegacyPage').then(m => m.LegacyPage),
    mountPoint: rootRouteRef,
  }),
);

/**
 * The Previews tab on the page of a service; see {@link isPreviewAvailable}.
 *
 * @public
 */
export const EntityPreviewsContent: () => JSX.Element = previewPlugin.provide(
  createRoutableExtension({
    name: 'EntityPreviewsContent',
    component: () =>
      import('./components/PreviewsTab/PreviewsTab').then(m => m.PreviewsTab),
    mountPoint: entityRouteRef,
  }),
);

/**
 * The card on the overview of a service.
 *
 * @public
 */
export const EntityPreviewsCard: () => JSX.Element = previewPlugin.provide(
  createComponentExtension({
    name: 'EntityPreviewsCard',
    component: {
      lazy: () =>
        import('./components/OverviewCard/OverviewCard').then(
          m => m.OverviewCard,
        ),
    },
  }),
);
