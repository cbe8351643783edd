// SPDX-License-Identifier: Apache-2.0
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import type { PreviewApi } from '@preview-environments/backstage-plugin-preview-common';
import { Stage } from '../../../dev/Stage';
import { listing, never, refusing } from '../../examples/api';
import { aReport } from '../../examples/options';
import { CHECKOUT, aSession, starting } from '../../examples/sessions';
import { rootRouteRef } from '../../routes';
import { PreviewsPanel } from './PreviewsPanel';

jest.setTimeout(60_000);
const PATIENCE = { timeout: 30_000 };

const down = async (): Promise<never> => {
  throw new TypeError('Failed to fetch');
};

async function show(api: Partial<PreviewApi>) {
  renderInTestApp(
    <Stage api={api}>
      <PreviewsPanel entityRef={CHECKOUT} name="checkout" />
    </Stage>,
    { mountedRoutes: { '/previews': rootRouteRef } },
  );
  await screen.findAllByRole('alert', {}, PATIENCE);
}

const openEnded = () =>
  userEvent.click(screen.getByRole('button', { name: 'Ended' }));

describe('the previews of a service, of which something cannot be loaded', () => {
  it('explains once what is true of everything, and asks for all anew', async () => {
    const listSessions = jest.fn(down);
    const entityOptions = jest.fn(down);
    await show({ listSessions, entityOptions });
    await openEnded();
    await waitFor(() =>
      expect(screen.getAllByText('This could not be loaded.')).toHaveLength(2),
    );
    expect(screen.getAllByRole('alert')).toHaveLength(1);

    const [lists, options] = [listSessions, entityOptions].map(
      ({ mock }) => mock.calls.length,
    );
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(listSessions.mock.calls.length).toBe(lists + 1);
    expect(entityOptions.mock.calls.length).toBe(options + 1);
  });

  it('explains apart what failed for another reason', async () => {
    await show({
      listSessions: down,
      entityOptions: refusing(503, {
        code: 'ClusterUnreachable',
        message: 'The cluster does not answer.',
      }),
    });
    await waitFor(() => expect(screen.getAllByRole('alert')).toHaveLength(2));
  });

  it('explains an error of the ended ones alone where they stand', async () => {
    const { listSessions, entityOptions } = listing([]);
    renderInTestApp(
      <Stage
        api={{
          entityOptions,
          listSessions: query => (query?.active ? listSessions(query) : down()),
        }}
      >
        <PreviewsPanel entityRef={CHECKOUT} name="checkout" />
      </Stage>,
      { mountedRoutes: { '/previews': rootRouteRef } },
    );
    await screen.findByText(/No preview of checkout is running/, {}, PATIENCE);
    await openEnded();
    expect(await screen.findByRole('alert', {}, PATIENCE)).toBeVisible();
  });
});

describe('the previews of a service', () => {
  it('tell at once what is left after a start', async () => {
    const { listSessions, entityOptions } = listing([]);
    const options = jest
      .fn<ReturnType<typeof entityOptions>, []>(never)
      .mockImplementationOnce(() => entityOptions(CHECKOUT as never));
    renderInTestApp(
      <Stage
        api={{
          listSessions,
          entityOptions: options,
          preflight: async () => aReport(),
          start: async () => ({
            session: aSession(starting),
            outcome: 'created',
          }),
        }}
      >
        <PreviewsPanel entityRef={CHECKOUT} name="checkout" />
      </Stage>,
      { mountedRoutes: { '/previews': rootRouteRef } },
    );
    await screen.findByText(/you may run 4 more/, {}, PATIENCE);
    await userEvent.click(
      screen.getByRole('button', { name: 'Start preview' }),
    );
    await userEvent.type(screen.getByLabelText('Image'), 'feature-x{Enter}');
    expect(
      await screen.findByText(/you may run 3 more/, {}, PATIENCE),
    ).toBeVisible();
  });
});
