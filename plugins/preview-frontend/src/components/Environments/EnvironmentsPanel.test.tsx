// SPDX-License-Identifier: Apache-2.0
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import type { PreviewApi } from '@preview-environments/backstage-plugin-preview-common';
import { Stage } from '../../../dev/Stage';
import {
  anEnvironment,
  environmentsApi,
  pageOf,
  someEnvironments,
} from '../../examples/environments';
import { aSession, failedWith } from '../../examples/sessions';
import { rootRouteRef } from '../../routes';
import { EnvironmentsPanel } from './EnvironmentsPanel';

jest.setTimeout(60_000);
const PATIENCE = { timeout: 30_000 };

function show(api: Partial<PreviewApi>, address = '/') {
  renderInTestApp(
    <Stage api={api}>
      <EnvironmentsPanel />
    </Stage>,
    {
      mountedRoutes: {
        '/previews': rootRouteRef,
        '/catalog/:namespace/:kind/:name': entityRouteRef,
      },
      initialRouteEntries: [address],
    },
  );
}

describe('the list of environments', () => {
  it('calls active what it shows, since failed ones are among them', async () => {
    const failed = aSession(failedWith('CrashLoop'));
    show(environmentsApi(anEnvironment('pr-7', failed)));
    expect(await screen.findByText('1 Failed', {}, PATIENCE)).toBeVisible();
    expect(screen.getByRole('combobox', { name: 'State' })).toHaveDisplayValue(
      'Active',
    );
  });

  it('asks for what the address says', async () => {
    const listEnvironments = jest.fn(async () => pageOf(someEnvironments));
    show({ listEnvironments }, '/?team=all&state=failed&text=pr&cluster=c');
    await screen.findByText('pr-1042', {}, PATIENCE);
    expect(listEnvironments).toHaveBeenCalledWith(
      expect.objectContaining({
        owner: undefined,
        phase: ['failed'],
        q: 'pr',
        cluster: 'c',
        order: 'expiresAt:asc',
        cursor: undefined,
      }),
      expect.anything(),
    );
  });

  it('asks for my teams first, then walks through the pages', async () => {
    const listEnvironments = jest.fn<
      ReturnType<PreviewApi['listEnvironments']>,
      Parameters<PreviewApi['listEnvironments']>
    >(async query =>
      query?.cursor
        ? pageOf([someEnvironments[0]])
        : pageOf([someEnvironments[1]], { nextCursor: 'two', count: '26' }),
    );
    show({ listEnvironments });
    await screen.findByText('Page 1, 26 in all', {}, PATIENCE);
    expect(listEnvironments.mock.calls[0][0]?.owner).toEqual([
      'group:default/team-payments',
    ]);
    await userEvent.click(screen.getByRole('button', { name: 'Next' }));
    await screen.findByText('pr-0990', {}, PATIENCE);
    expect(screen.getByRole('button', { name: 'Next' })).toBeDisabled();
    await userEvent.click(screen.getByRole('button', { name: 'Back' }));
    await screen.findByText('pr-1042', {}, PATIENCE);
  });

  it('stops all of a key after showing what that is', async () => {
    const stopEnvironment = jest.fn<
      ReturnType<PreviewApi['stopEnvironment']>,
      Parameters<PreviewApi['stopEnvironment']>
    >(async (_key, request) => ({
      dryRun: request?.dryRun ?? false,
      stopped: [{ id: '1', entityRef: 'component:default/checkout' }],
      skipped: [],
    }));
    show({ ...environmentsApi(someEnvironments[1]), stopEnvironment });
    await userEvent.click(
      await screen.findByRole('button', { name: /^pr-1042/ }, PATIENCE),
    );
    await userEvent.click(screen.getByRole('button', { name: 'Stop all' }));
    const stop = await screen.findByRole(
      'button',
      { name: 'Stop 1' },
      PATIENCE,
    );
    expect(stopEnvironment.mock.calls).toEqual([['pr-1042', { dryRun: true }]]);
    await userEvent.click(stop);
    await waitFor(() => expect(stopEnvironment).toHaveBeenCalledTimes(2));
    expect(stopEnvironment.mock.calls[1]).toEqual([
      'pr-1042',
      { reason: undefined },
    ]);
  });
});
