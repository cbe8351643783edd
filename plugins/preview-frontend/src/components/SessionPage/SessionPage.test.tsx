// SPDX-License-Identifier: Apache-2.0
import { Link, Route, Routes, useLocation } from 'react-router-dom';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { Stage } from '../../../dev/Stage';
import { anEvent } from '../../examples/audit';
import { logAnswer } from '../../examples/api';
import { pageOf } from '../../examples/environments';
import { someOptions } from '../../examples/options';
import { aSession } from '../../examples/sessions';
import { rootRouteRef } from '../../routes';
import { SessionPage } from './SessionPage';

jest.setTimeout(60_000);
const PATIENCE = { timeout: 30_000 };

const session = aSession();
const ADDRESS = `/sessions/${session.id}`;

function Address() {
  const { search } = useLocation();
  return <p>asked: {search || 'nothing'}</p>;
}

describe('the page of a preview whose address asks for an action', () => {
  it('opens it once, and once more for the same link', async () => {
    renderInTestApp(
      <Stage
        api={{
          getSession: async () => session,
          entityOptions: async () => someOptions(),
          logs: () => logAnswer('one\n'),
          listAuditEvents: async () => pageOf([anEvent()]),
          clusterEvents: async () => ({ state: 'over', items: [] }),
        }}
      >
        <Link to={`${ADDRESS}?action=extend`}>It ends soon</Link>
        <Address />
        <Routes>
          <Route path="/sessions/:id" element={<SessionPage />} />
        </Routes>
      </Stage>,
      {
        mountedRoutes: {
          '/previews': rootRouteRef,
          '/catalog/:namespace/:kind/:name': entityRouteRef,
        },
        initialRouteEntries: [`${ADDRESS}?action=extend`],
      },
    );
    for (let times = 0; times < 2; times++) {
      await screen.findByRole('dialog', {}, PATIENCE);
      expect(screen.getByText('asked: nothing')).toBeInTheDocument();
      await userEvent.click(screen.getByRole('button', { name: 'Cancel' }));
      await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
      await userEvent.click(screen.getByText('It ends soon'));
    }
  });
});
