// SPDX-License-Identifier: Apache-2.0
import { useState } from 'react';
import { act, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import type { PreviewSession } from '@preview-environments/backstage-plugin-preview-common';
import { Stage } from '../../../dev/Stage';
import { approveAction } from '../../actions/signOff';
import { aSession, but, updateFailed, updating } from '../../examples/sessions';
import { SignOffDialog } from './SignOffDialog';

jest.setTimeout(60_000);

/** The dialog about a preview that can become another one beneath it. */
function show(session: PreviewSession) {
  const signOff = jest.fn(async () => session);
  let become: (next: PreviewSession) => void = () => {};
  function Shown() {
    const [shown, setShown] = useState(session);
    become = setShown;
    return (
      <SignOffDialog
        session={shown}
        action={approveAction}
        onChanged={() => {}}
        onClose={() => {}}
      />
    );
  }
  renderInTestApp(
    <Stage api={{ signOff }}>
      <Shown />
    </Stage>,
  );
  return { signOff, become: (next: PreviewSession) => become(next) };
}

const approve = () =>
  screen.findByRole('button', { name: 'Approve' }, { timeout: 30_000 });

describe('a sign-off', () => {
  it('is about what serves after an update that failed', async () => {
    const session = aSession(updateFailed);
    const { signOff } = show(session);
    await userEvent.click(await approve());
    expect(signOff).toHaveBeenCalledWith(session.id, {
      decision: 'approved',
      revision: 1,
    });
  });

  it('is about what was looked at, whatever serves meanwhile', async () => {
    const looked = aSession();
    const { signOff, become } = show(looked);
    const button = await approve();
    const said = screen.getByRole('dialog').textContent;
    act(() => {
      become(aSession(updating, but({ phase: 'ready', servingRevision: 2 })));
    });
    expect(screen.getByRole('dialog')).toHaveTextContent(said!);
    await userEvent.click(button);
    expect(signOff).toHaveBeenCalledWith(looked.id, {
      decision: 'approved',
      revision: 1,
    });
  });
});
