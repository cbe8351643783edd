// SPDX-License-Identifier: Apache-2.0
import { screen } from '@testing-library/react';
import { mockApis, renderTestApp } from '@backstage/frontend-test-utils';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { permissionApiRef } from '@backstage/plugin-permission-react';
import { previewApiRef } from './apis/previewApiRef';
import { exampleApi, listing, logAnswer } from './examples/api';
import { someOptions } from './examples/options';
import { aSession } from './examples/sessions';
import plugin from './index';

const session = aSession();

const apis = [
  [
    previewApiRef,
    exampleApi({
      ...listing([session]),
      getSession: async () => session,
      entityOptions: async () => someOptions(),
      logs: () => logAnswer('listening\n'),
    }),
  ],
  [permissionApiRef, mockApis.permission()],
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
    expect(
      await screen.findByRole('link', { name: session.key }, PATIENCE),
    ).toHaveAttribute('href', `/previews/sessions/${session.id}`);
  });

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
