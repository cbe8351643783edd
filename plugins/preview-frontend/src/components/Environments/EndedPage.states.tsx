// SPDX-License-Identifier: Apache-2.0
import type { PreviewApi } from '@preview-environments/backstage-plugin-preview-common';
import { never, refusing } from '../../examples/api';
import { aSignOff, pageOf, signedOff } from '../../examples/environments';
import { aSession, ended, named } from '../../examples/sessions';
import type { ExampleState, ExampleStates } from '../../examples/types';
import { DEFAULT_FILTER } from '../../model/previewFilter';
import { EndedPage } from './EndedPage';

function page(
  listSessions: PreviewApi['listSessions'],
  shows: string | RegExp,
): ExampleState {
  return {
    render: () => (
      <EndedPage
        filter={{ ...DEFAULT_FILTER, state: 'ended' }}
        mine={[]}
        onFilter={() => {}}
      />
    ),
    api: { listSessions },
    shows,
  };
}

const over = aSession(named('pr-7', 'x'), ended, signedOff(aSignOff()));

export const states: ExampleStates = {
  Some: page(async () => pageOf([over]), /pr-7.*time was up/),
  None: page(async () => pageOf([]), 'No preview has ended yet.'),
  Loading: page(never, 'Loading'),
  Error: page(refusing(500, { code: 'X', message: 'It broke.' }), 'It broke.'),
};
