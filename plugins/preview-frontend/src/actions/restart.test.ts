// SPDX-License-Identifier: Apache-2.0
import type { StartOutcome } from '@preview-environments/backstage-plugin-preview-common';
import { exampleApi } from '../examples/api';
import { aSession, ended, failedWith } from '../examples/sessions';
import { EXAMPLE_NOW } from '../examples/time';
import { restartAction } from './restart';

const over = aSession(ended);
const failed = aSession(failedWith('CrashLoop'));

describe('what a restart says that it did', () => {
  it.each<[string, typeof over, StartOutcome, string]>([
    ['of what is over', over, 'created', 'action.restart.done'],
    ['of what failed', failed, 'updated', 'action.restart.done'],
    ['of another one that has the key', over, 'updated', 'start.updated'],
    ['of one that runs just so', over, 'unchanged', 'start.unchanged'],
  ])('%s', async (_title, session, outcome, word) => {
    const api = exampleApi({ restart: async () => ({ session, outcome }) });
    const telling = { t: (key: string) => key, now: EXAMPLE_NOW };
    const { toast } = await restartAction.run(
      api,
      session,
      {},
      telling as never,
    );
    expect(toast.title).toBe(word);
  });
});
