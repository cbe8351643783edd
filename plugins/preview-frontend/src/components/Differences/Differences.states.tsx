// SPDX-License-Identifier: Apache-2.0
import { aSession } from '../../examples/sessions';
import type { ExampleStates } from '../../examples/types';
import { Differences } from './Differences';

const { differences } = aSession();

export const states: ExampleStates = {
  Closed: {
    render: () => <Differences name="checkout" items={differences} />,
    shows: /1 part replaced, 1 part dropped/,
  },
  Open: {
    render: () => (
      <Differences name="checkout" items={differences} defaultOpen />
    ),
    shows: /Services select by it/,
  },
  OnlyTheImage: {
    render: () => <Differences name="checkout" items={[]} />,
    shows: /Nothing but the image/,
  },
};
