// SPDX-License-Identifier: Apache-2.0
// @ts-check
'use strict';
const { ActionError } = require('./ActionError.cjs');
const { Cli } = require('./Cli.cjs');
const { readInputs } = require('./inputs.cjs');
const { start } = require('./start.cjs');
const { stop } = require('./stop.cjs');
const { tokenFor } = require('./token.cjs');
const { wait } = require('./wait.cjs');
const { Workflow } = require('./Workflow.cjs');

/**
 * @typedef {object} Step what one run of the action works with
 * @property {import('./inputs.cjs').Inputs} inputs
 * @property {Cli} cli
 * @property {Workflow} workflow
 * @property {Record<string, string | undefined>} env
 * @property {() => Promise<string>} token good for some minutes
 * @property {() => number} now milliseconds
 */

const ACTIONS = { start, stop, wait };

async function main() {
  const { env } = process;
  const workflow = new Workflow(env);
  try {
    const inputs = readInputs(env);
    const token = () => tokenFor(env, inputs, workflow);
    const cli = new Cli({
      env,
      path: inputs.cliPath,
      portal: inputs.portal,
      token,
    });
    const now = () => performance.timeOrigin + performance.now();
    await ACTIONS[inputs.action]({ inputs, cli, workflow, env, token, now });
  } catch (error) {
    // What is not expected could hold anything, so it is not printed.
    workflow.error(
      error instanceof ActionError
        ? error.message
        : `The action failed unexpectedly (${
            error instanceof Error ? error.name : 'unknown'
          }).`,
    );
    process.exitCode = 1;
  } finally {
    workflow.end();
  }
}

void main();
