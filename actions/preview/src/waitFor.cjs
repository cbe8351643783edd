// SPDX-License-Identifier: Apache-2.0
// @ts-check
'use strict';
const { setTimeout: sleep } = require('node:timers/promises');

/** Tokens of a workflow live for minutes, so each call gets a fresh one. */
const LONGEST_CALL_S = 120;
/** Before a portal that does not answer is asked again. */
const PAUSE_MS = 5_000;
/** Exit codes of the command. */
const OK = 0;
const TIMEOUT = 7;
const UNAVAILABLE = 6;

/**
 * Waits until it is so, cannot become so, or another revision took over.
 *
 * @param {import('./main.cjs').Step} step
 * @param {any} session as it is now
 * @param {'ready' | 'approved'} wanted
 * @returns {Promise<{
 *   done: boolean, session: any, events: import('./Cli.cjs').CliEvent[]
 * }>}
 */
async function waitFor({ cli, inputs, workflow, now }, session, wanted) {
  const end = now() + inputs.timeout * 1000;
  let seen = session;
  for (;;) {
    const left = Math.max(1, Math.ceil((end - now()) / 1000));
    const { code, events } = await cli.run(
      [
        'wait',
        `--id=${session.id}`,
        `--for=${wanted}`,
        `--timeout=${Math.min(left, LONGEST_CALL_S)}s`,
      ],
      { onEvent: event => tell(workflow, event) },
    );
    seen = events.findLast(event => event.session?.id)?.session ?? seen;
    const later = events.find(({ revision }) => revision > session.revision);
    const isOver = ![TIMEOUT, UNAVAILABLE].includes(code) || now() >= end;
    if (isOver || later || seen.revision > session.revision) {
      return { done: code === OK, session: seen, events };
    }
    if (code === UNAVAILABLE) {
      await sleep(PAUSE_MS);
    }
  }
}

/**
 * @param {import('./Workflow.cjs').Workflow} workflow
 * @param {import('./Cli.cjs').CliEvent} event
 */
function tell(workflow, { type, step }) {
  if (type === 'step') {
    const { name, status, message } = step;
    workflow.log(`  ${name}: ${status}${message ? ` (${message})` : ''}`);
  }
}

module.exports = { waitFor };
