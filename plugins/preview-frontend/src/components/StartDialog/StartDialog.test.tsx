// SPDX-License-Identifier: Apache-2.0
import { useState } from 'react';
import { act, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import type {
  EntityOptions,
  PreviewSession,
} from '@preview-environments/backstage-plugin-preview-common';
import { Stage } from '../../../dev/Stage';
import { aReport, someOptions } from '../../examples/options';
import { aSession, named } from '../../examples/sessions';
import { StartDialog } from './StartDialog';

jest.setTimeout(60_000);
const PATIENCE = { timeout: 30_000 };

const running = aSession(named('exists', 'new'));

/** What the backend says of it, as long as it has not been told. */
const report = aReport({
  checks: [
    {
      name: 'exists',
      status: 'warning',
      message: 'exists runs already, says the backend.',
      code: null,
      field: null,
      hint: null,
    },
  ],
});

function show(active: PreviewSession[]) {
  renderInTestApp(
    <Stage api={{ preflight: async () => report }}>
      <StartDialog
        name="checkout"
        options={someOptions()}
        active={active}
        onStarted={() => {}}
        onClose={() => {}}
      />
    </Stage>,
  );
}

async function typeKey(key: string) {
  const field = await screen.findByLabelText('Key', {}, PATIENCE);
  await userEvent.clear(field);
  await userEvent.type(field, key);
}

const dialog = () => screen.getByRole('dialog');

describe('Start while the options are loaded anew', () => {
  it('keeps the key that may have been copied, and the targets', async () => {
    let load: (options: EntityOptions) => void = () => {};
    function Loading() {
      const [options, setOptions] = useState(someOptions());
      load = setOptions;
      return (
        <StartDialog
          name="checkout"
          options={options}
          active={[]}
          onStarted={() => {}}
          onClose={() => {}}
        />
      );
    }
    renderInTestApp(
      <Stage api={{ preflight: async () => report }}>
        <Loading />
      </Stage>,
    );
    const key = await screen.findByLabelText('Key', {}, PATIENCE);
    expect(key).toHaveValue('jana-checkout-k3v9q2');
    act(() => load(someOptions({ proposedKey: 'other-zzzzzz', targets: [] })));
    expect(key).toHaveValue('jana-checkout-k3v9q2');
  });
});

describe('Start with a key that is taken', () => {
  it('says that it updates, and what; a free key starts', async () => {
    show([running]);
    await typeKey('exists');
    expect(dialog()).toHaveTextContent(
      /exists runs already with image new\. This updates it\./,
    );
    await userEvent.type(screen.getByLabelText('Image'), 'other');
    expect(dialog()).toHaveTextContent(/image new → other\. Its end moves to /);
    await screen.findByText('Details', {}, PATIENCE);
    expect(dialog()).not.toHaveTextContent(/says the backend/);
    expect(screen.getByRole('button', { name: 'Update' })).toBeEnabled();

    await typeKey('free');
    expect(dialog()).not.toHaveTextContent(/exists runs already with/);
    expect(screen.getByRole('button', { name: 'Start' })).toBeEnabled();
  });

  it('says what the backend knows of one that is not in the list', async () => {
    show([]);
    await typeKey('exists');
    await userEvent.type(screen.getByLabelText('Image'), 'other');
    expect(
      await screen.findByText(/says the backend/, {}, PATIENCE),
    ).toBeVisible();
  });
});
