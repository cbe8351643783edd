// SPDX-License-Identifier: Apache-2.0
import { resolve } from 'node:path';
import { aShop } from '../backend/aShop';
import { ACTION } from './actionFile';
import { aGithub, type Github } from './aGithub';
import { AUDIENCE, aGuardedBackend } from './aGuardedBackend';
import { CompositeRunner, type Used } from './CompositeRunner';

// This package only ever runs from the repository.
// eslint-disable-next-line no-restricted-syntax
const CLI = resolve(__dirname, '../../../cli/bin/preview');

/** A portal, GitHub, and a workflow of the repository of `checkout`. */
export interface WorkflowWorld {
  backend: Awaited<ReturnType<typeof aGuardedBackend>>;
  github: Github;
  /**
   * Uses the action in a run of its own, for the workload of `checkout`.
   *
   * @param env - of that run alone
   */
  run(
    inputs: Record<string, string>,
    env?: Record<string, string>,
  ): Promise<Used>;
  stop(): Promise<void>;
}

export async function aWorkflow(): Promise<WorkflowWorld> {
  const shop = await aShop();
  const github = await aGithub();
  const backend = await aGuardedBackend(shop, github);
  const runner = new CompositeRunner(ACTION, {
    ...github.job('repo:acme/checkout:pull_request'),
    GITHUB_ACTOR: 'octocat',
    GITHUB_REPOSITORY: 'acme/checkout',
    GITHUB_JOB: 'preview',
    GITHUB_ACTION: '__acme_preview',
    GITHUB_RUN_ATTEMPT: '1',
  });
  let runs = 0;
  return {
    backend,
    github,
    run(inputs, env = {}) {
      runs += 1;
      return runner.with({ GITHUB_RUN_ID: String(runs), ...env }).use({
        'portal-url': backend.url,
        'oidc-audience': AUDIENCE,
        cli_path: CLI,
        target: 'deployment/checkout',
        namespace: 'shop',
        ...inputs,
      });
    },
    async stop() {
      runner.remove();
      await backend.stop();
      await github.stop();
      await shop.stop();
    },
  };
}
