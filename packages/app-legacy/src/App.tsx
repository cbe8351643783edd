// SPDX-License-Identifier: Apache-2.0
import { Navigate, Route } from 'react-router-dom';
import { createApp } from '@backstage/app-defaults';
import { AppRouter, FlatRoutes } from '@backstage/core-app-api';
import {
  AlertDisplay,
  Sidebar,
  SidebarItem,
  SidebarPage,
} from '@backstage/core-components';
import {
  CatalogEntityPage,
  CatalogIndexPage,
  EntityLayout,
  EntitySwitch,
  catalogPlugin,
} from '@backstage/plugin-catalog';
import {
  EntityPreviewsCard,
  EntityPreviewsContent,
  PreviewsPage,
  isPreviewAvailable,
} from '@preview-environments/backstage-plugin-preview/legacy';
import PreviewIcon from '@material-ui/icons/Visibility';

const app = createApp({ plugins: [catalogPlugin] });

const entityPage = (
  <EntityLayout>
    <EntityLayout.Route path="/" title="Overview">
      <EntitySwitch>
        <EntitySwitch.Case if={isPreviewAvailable}>
          <EntityPreviewsCard />
        </EntitySwitch.Case>
      </EntitySwitch>
    </EntityLayout.Route>
    <EntityLayout.Route
      path="/previews"
      title="Previews"
      if={isPreviewAvailable}
    >
      <EntityPreviewsContent />
    </EntityLayout.Route>
  </EntityLayout>
);

/** A portal on the old frontend system, with nothing but what previews need. */
export default app.createRoot(
  <>
    <AlertDisplay />
    <AppRouter>
      <SidebarPage>
        <Sidebar>
          <SidebarItem icon={PreviewIcon} to="previews" text="Previews" />
        </Sidebar>
        <FlatRoutes>
          <Route path="/" element={<Navigate to="catalog" />} />
          <Route path="/catalog" element={<CatalogIndexPage />} />
          <Route
            path="/catalog/:namespace/:kind/:name"
            element={<CatalogEntityPage />}
          >
            {entityPage}
          </Route>
          <Route path="/previews" element={<PreviewsPage />} />
        </FlatRoutes>
      </SidebarPage>
    </AppRouter>
  </>,
);
