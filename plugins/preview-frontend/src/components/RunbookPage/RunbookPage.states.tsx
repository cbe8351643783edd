// SPDX-License-Identifier: Apache-2.0
import { never, refusing } from '../../examples/api';
import type { ExampleStates } from '../../examples/types';
import { RunbookPanel } from './RunbookPage';

const render = () => <RunbookPanel code="CrashLoop" />;

export const states: ExampleStates = {
  Shown: {
    render,
    api: {
      getRunbook: async () =>
        '# The container starts and ends\n\n## What to do\n\n- Mend the image.',
    },
    shows: 'Mend the image.',
  },
  Unknown: {
    render,
    api: {
      getRunbook: refusing(404, {
        code: 'CallNotFound',
        message: 'There is no runbook page of this name.',
      }),
    },
    shows: 'There is no runbook page of this name.',
  },
  Loading: { render, api: { getRunbook: never }, shows: 'Loading' },
};
