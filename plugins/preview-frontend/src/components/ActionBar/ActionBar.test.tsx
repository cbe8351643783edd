// SPDX-License-Identifier: Apache-2.0
import { useState } from 'react';
import { act, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import type {
  PreviewApi,
  PreviewSession,
} from '@preview-environments/backstage-plugin-preview-common';
import { Stage } from '../../../dev/Stage';
import { someOptions } from '../../examples/options';
import { aSession, but, ended, updating } from '../../examples/sessions';
import { SignOffButtons } from '../SignOffs/SignOffButtons';
import { ActionBar } from './ActionBar';

jest.setTimeout(60_000);
const PATIENCE = { timeout: 30_000 };

/** What one can do with a preview that can become another one beneath it. */
function show(api: Partial<PreviewApi> = {}, asked: string | null = null) {
  let become: (next: PreviewSession) => void = () => {};
  const onAsked = jest.fn();
  function Shown() {
    const [session, setSession] = useState(aSession());
    const [action, setAction] = useState(asked);
    become = setSession;
    onAsked.mockImplementation(() => setAction(null));
    const props = {
      session,
      name: 'checkout',
      options: someOptions(),
      onChanged: setSession,
    };
    return (
      <>
        <ActionBar {...props} asked={action} onAsked={onAsked} />
        <SignOffButtons {...props} />
      </>
    );
  }
  renderInTestApp(
    <Stage api={api}>
      <Shown />
    </Stage>,
  );
  return {
    onAsked,
    become: (next: PreviewSession) => act(() => become(next)),
  };
}

const press = async (name: string) =>
  userEvent.click(await screen.findByRole('button', { name }, PATIENCE));
const dialog = () => screen.findByRole('dialog', {}, PATIENCE);
const NOT_NOW = 'The preview has changed: this is not possible now.';

describe('a dialog whose preview changes beneath it', () => {
  it('keeps the comment of a sign-off while the preview is updated', async () => {
    const { become } = show();
    await press('Reject');
    const field = screen.getByLabelText('Comment');
    await userEvent.type(field, 'The rounding is wrong.');
    become(aSession(updating));
    expect(await dialog()).toHaveTextContent(NOT_NOW);
    become(aSession());
    expect(await dialog()).not.toHaveTextContent(NOT_NOW);
    expect(field).toBeInTheDocument();
    expect(field).toHaveValue('The rounding is wrong.');
  });

  it.each([
    ['Update image', 'Update'],
    ['Stop', 'Stop'],
  ])('of %s says why it cannot be sent any more', async (button, submit) => {
    const { become } = show();
    await press(button);
    become(aSession(ended));
    expect(await dialog()).toHaveTextContent(NOT_NOW);
    expect(screen.getByRole('button', { name: submit })).toBeDisabled();
  });

  it('of a link is opened by that link only', async () => {
    const { become, onAsked } = show({}, 'extend');
    await dialog();
    expect(onAsked).toHaveBeenCalledTimes(1);
    await press('Cancel');
    become(aSession(but({ pinned: true })));
    become(aSession());
    await screen.findByRole('button', { name: 'Extend' }, PATIENCE);
    expect(screen.queryByRole('dialog')).toBeNull();
  });
});

describe('Extend', () => {
  it('does once what was clicked twice', async () => {
    const session = aSession();
    const change = jest.fn(async () => ({
      session,
      expiresAt: session.expiresAt,
      ttlSeconds: null,
      cap: null,
    }));
    show({ change });
    await press('Extend');
    const [step] = await screen.findAllByRole('menuitem', {}, PATIENCE);
    await userEvent.dblClick(step);
    await waitFor(() => expect(change).toHaveBeenCalled());
    expect(change).toHaveBeenCalledTimes(1);
  });
});
