// SPDX-License-Identifier: Apache-2.0
import { fireEvent, screen } from '@testing-library/react';
import { DateTime } from 'luxon';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { Stage } from '../../../dev/Stage';
import { aSession } from '../../examples/sessions';
import { EXAMPLE_NOW } from '../../examples/time';
import { UntilDialog } from './UntilDialog';

jest.setTimeout(60_000);
const PATIENCE = { timeout: 30_000 };

const NOTHING_ODD = /^(?!.*(moment in the future|earlier than|too far))/;

/** The example ends in 5 h 12 min. */
const CASES: [string, number, { button: string; says: RegExp }][] = [
  ['before now', -1, { button: 'Extend', says: /moment in the future/ }],
  [
    'before the present end',
    60,
    { button: 'Shorten', says: /earlier than the present end .*end sooner/ },
  ],
  ['at the present end', 312, { button: 'Extend', says: NOTHING_ODD }],
  ['after it', 600, { button: 'Extend', says: NOTHING_ODD }],
  ['as far as can be', 72 * 60, { button: 'Extend', says: NOTHING_ODD }],
  ['further than that', 72 * 60 + 1, { button: 'Extend', says: /too far/ }],
];

describe('an end that is chosen', () => {
  it.each(CASES)('%s', async (_title, minutes, { button, says }) => {
    renderInTestApp(
      <Stage>
        <UntilDialog
          session={aSession()}
          possible
          maxSeconds={72 * 3600}
          busy={false}
          refusal={null}
          onSubmit={() => {}}
          onClose={() => {}}
        />
      </Stage>,
    );
    const dialog = await screen.findByRole('dialog', {}, PATIENCE);
    expect(dialog).toHaveTextContent(/At most 3\sd ahead: until /);
    fireEvent.change(screen.getByLabelText('Until'), {
      target: {
        value: DateTime.fromMillis(EXAMPLE_NOW)
          .plus({ minutes })
          .toFormat("yyyy-MM-dd'T'HH:mm"),
      },
    });
    expect(screen.getByRole('button', { name: button })).toBeVisible();
    expect(dialog).toHaveTextContent(says);
  });
});
