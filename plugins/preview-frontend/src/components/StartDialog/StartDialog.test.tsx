// SPDX-License-Identifier: Apache-2.0
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { Stage } from '../../../dev/Stage';
import { aReport, someOptions } from '../../examples/options';
import { aSession, named } from '../../examples/sessions';
import { StartDialog } from './StartDialog';

jest.setTimeout(60_000);
const PATIENCE = { timeout: 30_000 };

const running = aSession(named('exists', 'new'));

async function typeKey(key: string) {
  const field = await screen.findByLabelText('Key', {}, PATIENCE);
  await userEvent.clear(field);
  await userEvent.type(field, key);
}

describe('Start with a key that is taken', () => {
  it('says that it updates, and what; a free key starts', async () => {
    renderInTestApp(
      <Stage api={{ preflight: async () => aReport() }}>
        <StartDialog
          name="checkout"
          options={someOptions()}
          active={[running]}
          onStarted={() => {}}
          onClose={() => {}}
        />
      </Stage>,
    );
    await typeKey('exists');
    expect(screen.getByRole('dialog')).toHaveTextContent(
      /exists runs already with image new\. This updates it\./,
    );
    await userEvent.type(screen.getByLabelText('Image'), 'other');
    expect(screen.getByRole('dialog')).toHaveTextContent(
      /image new → other\. Its end moves to /,
    );
    expect(screen.getByRole('button', { name: 'Update' })).toBeEnabled();

    await typeKey('free');
    expect(screen.getByRole('dialog')).not.toHaveTextContent(/runs already/);
    expect(screen.getByRole('button', { name: 'Start' })).toBeEnabled();
  });
});
