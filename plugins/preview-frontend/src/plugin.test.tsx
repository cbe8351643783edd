// SPDX-License-Identifier: Apache-2.0
import { fireEvent, screen } from '@testing-library/react';
import { mockApis, renderTestApp } from '@backstage/frontend-test-utils';
import { catalogApiRef, entityRouteRef } from '@backstage/plugin-catalog-react';
import { permissionApiRef } from '@backstage/plugin-permission-react';
import { previewApiRef } from './apis/previewApiRef';
import { exampleApi, listing, logAnswer } from './examples/api';
import { exampleCatalog } from './examples/catalog';
import {
  anEnvironment,
  environmentsApi,
  pageOf,
} from './examples/environments';
import { someOptions } from './examples/options';
import { aSession } from './examples/sessions';
import plugin from './index';

const session = aSession();

const apis = [
  [
    previewApiRef,
    exampleApi({
      ...listing([session]),
      ...environmentsApi(anEnvironment('pr-7', session)),
      getSession: async () => session,
      entityOptions: async () => someOptions(),
      logs: () => logAnswer('listening\n'),
      listAuditEvents: async () => pageOf([]),
    }),
  ],
  [permissionApiRef, mockApis.permission()],
  [catalogApiRef, exampleCatalog as never],
] as const;

const mountedRoutes = { '/catalog/:namespace/:kind/:name': entityRouteRef };

// The first test loads the whole app.
jest.setTimeout(60_000);
const PATIENCE = { timeout: 30_000 };

describe('the plugin in an app', () => {
  it('lists previews under /previews', async () => {
    renderTestApp({
      features: [plugin],
      apis,
      mountedRoutes,
      initialRouteEntries: ['/previews'],
    });
    fireEvent.click(
      await screen.findByRole('button', { name: /pr-7/ }, PATIENCE),
    );
    expect(
      await screen.findByRole('link', { name: 'Open its page' }, PATIENCE),
    ).toHaveAttribute('href', `/previews/sessions/${session.id}`);
  });

  it.each(['/previews/nonsense/x', '/previews/sessions'])(
    'helps on from %s',
    async address => {
      renderTestApp({
        features: [plugin],
        apis,
        mountedRoutes,
        initialRouteEntries: [address],
      });
      expect(
        await screen.findByText(
          `The address ${address} leads nowhere`,
          { exact: false },
          PATIENCE,
        ),
      ).toBeVisible();
      expect(
        screen.getByRole('link', { name: 'Go to the list of previews' }),
      ).toHaveAttribute('href', '/previews');
    },
  );

  it('shows one preview behind its permalink', async () => {
    renderTestApp({
      features: [plugin],
      apis,
      mountedRoutes,
      initialRouteEntries: [`/previews/sessions/${session.id}`],
    });
    expect(
      await screen.findByText('How to reach it', {}, PATIENCE),
    ).toBeVisible();
    expect(await screen.findByText(/listening/, {}, PATIENCE)).toBeVisible();
  });
});
