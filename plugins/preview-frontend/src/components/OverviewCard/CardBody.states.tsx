// SPDX-License-Identifier: Apache-2.0
import { listing, never, refusing } from '../../examples/api';
import { CHECKOUT, aSession, named, starting } from '../../examples/sessions';
import type { ExampleStates } from '../../examples/types';
import { CardBody } from './CardBody';

const render = () => <CardBody entityRef={CHECKOUT} name="checkout" />;

export const states: ExampleStates = {
  Empty: { render, api: listing([]), shows: 'None running.' },
  Two: {
    render,
    api: listing([aSession(), aSession(named('pr-7', 'x'), starting)]),
    shows: 'pr-7',
  },
  Many: {
    render,
    api: listing(
      [1, 2, 3, 4, 5, 6].map(number => aSession(named(`pr-${number}`, 'x'))),
    ),
    shows: 'and 2 more',
  },
  Loading: {
    render,
    api: { listSessions: never },
    shows: 'Loading',
  },
  Error: {
    render,
    api: {
      listSessions: refusing(500, { code: 'X', message: 'It broke.' }),
    },
    shows: 'It broke.',
  },
};
