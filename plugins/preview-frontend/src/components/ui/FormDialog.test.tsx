// SPDX-License-Identifier: Apache-2.0
import { act, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { toastApiRef } from '@backstage/frontend-plugin-api';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import type {
  PreviewApi,
  PreviewSession,
} from '@preview-environments/backstage-plugin-preview-common';
import { Stage } from '../../../dev/Stage';
import { refusing } from '../../examples/api';
import { someOptions } from '../../examples/options';
import { aSession } from '../../examples/sessions';
import { rootRouteRef } from '../../routes';
import { StopButton } from '../ActionBar/StopButton';
import { VerifyButton } from '../ActionBar/VerifyButton';

jest.setTimeout(60_000);
const PATIENCE = { timeout: 30_000 };

const session = aSession();
const props = {
  session,
  options: someOptions(),
  name: 'checkout',
  onChanged: () => {},
};

/** Two buttons, of which one asks first, in an app that notes its toasts. */
async function show(api: Partial<PreviewApi>) {
  const dialogs: number[] = [];
  const close = jest.fn();
  const post = jest.fn(() => {
    dialogs.push(screen.queryAllByRole('dialog').length);
    return { close };
  });
  renderInTestApp(
    <Stage api={api}>
      <VerifyButton {...props} />
      <StopButton {...props} />
    </Stage>,
    {
      apis: [[toastApiRef, { post } as never]],
      mountedRoutes: { '/previews': rootRouteRef },
    },
  );
  await screen.findByRole('button', { name: 'Verify' }, PATIENCE);
  return { post, close, dialogs };
}

const press = (name: string) =>
  userEvent.click(screen.getByRole('button', { name }));

/** The button in the dialog, which has the name of the one that opened it. */
const confirmStop = async () =>
  userEvent.click(
    (await screen.findAllByRole('button', { name: 'Stop' })).at(-1)!,
  );

describe('a dialog whose buttons no toast covers', () => {
  it('puts away the toast that is up when it opens', async () => {
    const { post, close } = await show({ verify: async () => session });
    await press('Verify');
    await waitFor(() => expect(post).toHaveBeenCalledTimes(1));
    expect(close).not.toHaveBeenCalled();
    await press('Stop');
    expect(close).toHaveBeenCalledTimes(1);
  });

  it('keeps back a toast of something else until it closes', async () => {
    let answer: (verified: PreviewSession) => void = () => {};
    const { post } = await show({
      verify: () =>
        new Promise(resolve => {
          answer = resolve;
        }),
    });
    await press('Verify');
    await press('Stop');
    await act(async () => answer(session));
    expect(post).not.toHaveBeenCalled();
    await press('Keep running');
    expect(post).toHaveBeenCalledTimes(1);
  });

  it('tells of its own success once it is gone', async () => {
    const { post, dialogs } = await show({ stop: async () => session });
    await press('Stop');
    await confirmStop();
    await waitFor(() => expect(post).toHaveBeenCalledTimes(1));
    expect(dialogs).toEqual([0]);
  });

  it('says in words that nobody answered', async () => {
    await show({
      stop: async () => {
        throw new TypeError('Failed to fetch');
      },
    });
    await press('Stop');
    await confirmStop();
    expect(await screen.findByRole('alert')).toHaveTextContent(
      /^The portal does not answer as it should at the moment\.$/,
    );
  });

  it('tells of its own failure inside, and by no toast', async () => {
    const { post } = await show({
      stop: refusing(503, {
        code: 'ClusterUnreachable',
        message: 'The cluster does not answer.',
      }),
    });
    await press('Stop');
    await confirmStop();
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'The cluster does not answer.',
    );
    expect(screen.getByRole('dialog')).toContainElement(
      screen.getByRole('alert'),
    );
    await press('Keep running');
    expect(post).not.toHaveBeenCalled();
  });
});
