// SPDX-License-Identifier: Apache-2.0
import { createFrontendPlugin } from '@backstage/frontend-plugin-api';
import PreviewIcon from '@material-ui/icons/Visibility';
import { clockApi, previewApi } from './extensions/apis';
import { previewsCard, previewsContent } from './extensions/entity';
import { previewsPage } from './extensions/page';
import { entityRouteRef, rootRouteRef } from './routes';

/**
 * Preview environments for the new frontend system: the Previews tab and
 * card of a service, and the pages behind **Previews** in the sidebar.
 *
 * @public
 */
export const previewPlugin = createFrontendPlugin({
  pluginId: 'preview',
  title: 'Previews',
  icon: <PreviewIcon fontSize="inherit" />,
  info: { packageJson: () => import('../package.json') },
  extensions: [
    previewApi,
    clockApi,
    previewsPage,
    previewsContent,
    previewsCard,
  ],
  routes: { root: rootRouteRef, entity: entityRouteRef },
});
