// SPDX-License-Identifier: Apache-2.0
import { useState } from 'react';
import { act, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import type { PreviewSession } from '@preview-environments/backstage-plugin-preview-common';
import { Stage } from '../../../dev/Stage';
import { someOptions } from '../../examples/options';
import { aSession } from '../../examples/sessions';
import { rootRouteRef } from '../../routes';
import { ActiveList } from './ActiveList';

jest.setTimeout(60_000);
const PATIENCE = { timeout: 30_000 };

describe('a preview that ends while somebody writes in its dialog', () => {
  it('stays until the dialog is closed, and says that it is too late', async () => {
    let become: (sessions: PreviewSession[]) => void = () => {};
    function Shown() {
      const [sessions, setSessions] = useState([aSession()]);
      become = setSessions;
      return (
        <ActiveList
          name="checkout"
          sessions={sessions}
          options={someOptions()}
          openIds={new Set()}
          onChanged={() => {}}
        />
      );
    }
    renderInTestApp(
      <Stage>
        <Shown />
      </Stage>,
      {
        mountedRoutes: {
          '/previews': rootRouteRef,
          '/catalog/:namespace/:kind/:name': entityRouteRef,
        },
      },
    );
    await userEvent.click(
      await screen.findByRole('button', { name: 'Update image' }, PATIENCE),
    );
    await userEvent.type(screen.getByLabelText('Image'), 'feature-y');
    act(() => become([]));
    expect(screen.getByLabelText('Image')).toHaveValue('feature-y');
    expect(screen.getByRole('dialog')).toHaveTextContent(
      'The preview has changed: this is not possible now.',
    );
    await userEvent.click(screen.getByRole('button', { name: 'Cancel' }));
    expect(
      await screen.findByText(
        /No preview of checkout is running/,
        {},
        PATIENCE,
      ),
    ).toBeVisible();
  });
});
