// SPDX-License-Identifier: Apache-2.0
import { PageBlueprint } from '@backstage/frontend-plugin-api';
import PreviewIcon from '@material-ui/icons/Visibility';
import { rootRouteRef } from '../routes';

/** Previews in the sidebar, and the permalink of each. */
export const previewsPage = PageBlueprint.make({
  params: {
    path: '/previews',
    title: 'Previews',
    icon: <PreviewIcon fontSize="inherit" />,
    routeRef: rootRouteRef,
    loader: () =>
      import('../components/PreviewsPage').then(m => <m.PreviewsPage />),
  },
});
