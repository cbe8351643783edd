// SPDX-License-Identifier: Apache-2.0
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import type { PreviewSession } from '@preview-environments/backstage-plugin-preview-common';
import { Stage } from '../../../dev/Stage';
import { refusing } from '../../examples/api';
import { pageOf } from '../../examples/environments';
import { someOptions } from '../../examples/options';
import {
  REPOSITORY,
  aSession,
  ended,
  failedWith,
  named,
} from '../../examples/sessions';
import { ActionBar } from './ActionBar';

jest.setTimeout(60_000);
const PATIENCE = { timeout: 30_000 };

const over = aSession(named('twice', 'old'), ended);
const running = { ...aSession(named('twice', 'new')), id: 'running' };

async function show(session: PreviewSession, active: PreviewSession[]) {
  const restart = jest.fn(async () => ({
    session: running,
    outcome: 'updated' as const,
  }));
  const listSessions = jest.fn(async () => pageOf(active));
  renderInTestApp(
    <Stage api={{ restart, listSessions }}>
      <ActionBar
        session={session}
        name="checkout"
        options={someOptions()}
        onChanged={() => {}}
      />
    </Stage>,
  );
  const button = await screen.findByRole(
    'button',
    { name: 'Restart' },
    PATIENCE,
  );
  return { restart, listSessions, button };
}

const dialog = () => screen.findByRole('dialog', {}, PATIENCE);

describe('Restart of a preview that is over', () => {
  it('starts at once where its key is free', async () => {
    const { restart, listSessions, button } = await show(over, []);
    await userEvent.click(button);
    await waitFor(() => expect(restart).toHaveBeenCalledWith(over.id, {}));
    expect(listSessions).toHaveBeenCalledWith(
      expect.objectContaining({
        entityRef: over.entityRef,
        key: 'twice',
        target: over.target,
        active: true,
      }),
    );
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('asks where another one runs with its key', async () => {
    const { restart, button } = await show(over, [running]);
    await userEvent.click(button);
    expect(await dialog()).toHaveTextContent(
      /twice runs already with image new\. This updates it: image new → old\./,
    );
    await userEvent.click(screen.getByRole('button', { name: 'Cancel' }));
    expect(restart).not.toHaveBeenCalled();

    await userEvent.click(button);
    await dialog();
    await userEvent.click(screen.getByRole('button', { name: 'Update' }));
    await waitFor(() => expect(restart).toHaveBeenCalledWith(over.id, {}));
  });

  it('says the same of another image', async () => {
    const { restart } = await show(over, [running]);
    await userEvent.click(
      screen.getByRole('button', { name: 'Restart with another image' }),
    );
    expect(await dialog()).toHaveTextContent(/twice runs already/);
    await userEvent.type(screen.getByLabelText('Image'), 'third');
    expect(await dialog()).toHaveTextContent(/image new → third/);
    await userEvent.click(screen.getByRole('button', { name: 'Update' }));
    await waitFor(() =>
      expect(restart).toHaveBeenCalledWith(over.id, {
        image: `${REPOSITORY}:third`,
      }),
    );
  });

  it('does nothing while it is not known', async () => {
    const restart = jest.fn();
    renderInTestApp(
      <Stage
        api={{
          restart,
          listSessions: refusing(503, { code: 'X', message: 'It is away.' }),
        }}
      >
        <ActionBar
          session={over}
          name="checkout"
          options={someOptions()}
          onChanged={() => {}}
        />
      </Stage>,
    );
    await userEvent.click(
      await screen.findByRole('button', { name: 'Restart' }, PATIENCE),
    );
    expect(await screen.findByText('It is away.', {}, PATIENCE)).toBeVisible();
    expect(restart).not.toHaveBeenCalled();
  });

  it('does not ask about a failed one, which has its key itself', async () => {
    const failed = aSession(failedWith('CrashLoop'));
    const { restart, listSessions, button } = await show(failed, [failed]);
    await userEvent.click(button);
    await waitFor(() => expect(restart).toHaveBeenCalledWith(failed.id, {}));
    expect(listSessions).not.toHaveBeenCalled();
  });
});
