// SPDX-License-Identifier: Apache-2.0
import type { TrafficPage } from '@preview-environments/backstage-plugin-preview-common';
import { never, refusing } from '../../examples/api';
import { aTrafficPage, anInterval } from '../../examples/audit';
import { CHECKOUT } from '../../examples/sessions';
import { inSeconds } from '../../examples/time';
import type { ExampleState, ExampleStates } from '../../examples/types';
import { TrafficAnswer } from './TrafficAnswer';

const query = { entityRef: CHECKOUT, at: inSeconds(0) };
const render = () => <TrafficAnswer query={query} />;

const of = (page: TrafficPage, shows: string | RegExp): ExampleState => ({
  render,
  api: { traffic: async () => page },
  shows,
});

const several = [
  anInterval(),
  anInterval({
    sessionId: 'id-7',
    key: 'pr-7',
    from: inSeconds(-5000),
    to: inSeconds(-1000),
    claimedActor: 'kim',
    imageDigest: null,
  }),
  anInterval({ sessionId: 'id-8', key: 'all', filter: null }),
];

export const states: ExampleStates = {
  AtOneMoment: of(aTrafficPage(several), /pr-1042.*still lasting/),
  DuringATime: of(
    aTrafficPage(several, { from: inSeconds(-6000), to: inSeconds(0) }),
    /for kim/,
  ),
  More: of(aTrafficPage(several, { nextCursor: 'next' }), /The first 3/),
  None: of(aTrafficPage([]), /No preview could receive requests/),
  Loading: { render, api: { traffic: never }, shows: 'Loading' },
  Error: {
    render,
    api: { traffic: refusing(500, { code: 'X', message: 'It broke.' }) },
    shows: 'It broke.',
  },
};
