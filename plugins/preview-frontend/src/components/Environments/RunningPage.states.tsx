// SPDX-License-Identifier: Apache-2.0
import type { PreviewApi } from '@preview-environments/backstage-plugin-preview-common';
import { never, refusing } from '../../examples/api';
import {
  environmentsApi,
  pageOf,
  someEnvironments,
} from '../../examples/environments';
import type { ExampleState, ExampleStates } from '../../examples/types';
import { DEFAULT_FILTER, type PreviewFilter } from '../../model/previewFilter';
import { RunningPage } from './RunningPage';

function page(
  api: Partial<PreviewApi>,
  shows: string | RegExp,
  filter: Partial<PreviewFilter> = {},
): ExampleState {
  const shown = { ...DEFAULT_FILTER, ...filter };
  return {
    render: () => <RunningPage filter={shown} mine={[]} onFilter={() => {}} />,
    api,
    shows,
  };
}

export const states: ExampleStates = {
  Several: page(
    environmentsApi(...someEnvironments),
    /rejected by kim: the rounding/,
  ),
  EndingToday: page(
    environmentsApi(...someEnvironments),
    /\d of 3 expiring today/,
  ),
  NoneEndingToday: page(
    {
      listEnvironments: async query =>
        pageOf(someEnvironments, query?.expiresBefore ? { count: '0' } : {}),
    },
    '3 in all, none expiring today',
  ),
  SeveralPages: page(
    {
      listEnvironments: async () =>
        pageOf(someEnvironments, { nextCursor: 'next', count: '1000+' }),
    },
    /Page 1, 1000\+ in all/,
  ),
  NoneOfMine: page(environmentsApi(), 'No preview of your teams is running.'),
  None: page(environmentsApi(), /running that you may see/, { team: 'all' }),
  NoMatch: page(environmentsApi(), 'Clear the filter', { text: 'nowhere' }),
  Loading: page({ listEnvironments: never }, 'Loading'),
  Error: page(
    {
      listEnvironments: refusing(500, { code: 'X', message: 'It broke.' }),
    },
    'It broke.',
  ),
};
