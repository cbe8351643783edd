// SPDX-License-Identifier: Apache-2.0
import { useState } from 'react';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { Stage } from '../../../dev/Stage';
import { EntityField } from './EntityField';

jest.setTimeout(60_000);
const PATIENCE = { timeout: 30_000 };

function Field(props: { initial: string; free?: boolean }) {
  const [value, setValue] = useState(props.initial);
  return (
    <>
      <EntityField
        label="Service"
        kind="Component"
        free={props.free}
        value={value}
        onChange={setValue}
      />
      <output>{value}</output>
    </>
  );
}

const show = (initial: string, free = false) => {
  renderInTestApp(
    <Stage>
      <Field initial={initial} free={free} />
    </Stage>,
  );
  return screen.findByRole('textbox', { name: 'Service' }, PATIENCE);
};

const chosen = () => screen.getByRole('status').textContent;

describe('a field for an entity', () => {
  it('shows what is chosen, and lets another one be typed over it', async () => {
    const field = await show('component:default/checkout');
    await waitFor(() => expect(field).toHaveValue('checkout'));
    await userEvent.clear(field);
    await userEvent.type(field, 'store');
    expect(field).toHaveValue('store');
    await userEvent.click(
      await screen.findByRole('option', { name: 'storefront' }, PATIENCE),
    );
    expect(chosen()).toBe('component:default/storefront');
    expect(field).toHaveValue('storefront');
  });

  it('takes what the catalog does not know only where that is allowed', async () => {
    const field = await show('', true);
    await userEvent.type(field, 'external:ci{Enter}');
    expect(chosen()).toBe('external:ci');
  });
});
