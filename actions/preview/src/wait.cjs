// SPDX-License-Identifier: Apache-2.0
// @ts-check
'use strict';
const { ActionError } = require('./ActionError.cjs');
const { failureOf } = require('./failureOf.cjs');
const { publish } = require('./publish.cjs');
const { waitFor } = require('./waitFor.cjs');
const { whichArguments } = require('./whichArguments.cjs');

/**
 * Waits for a preview that another step or job started.
 *
 * @param {import('./main.cjs').Step} step
 */
async function wait(step) {
  const { cli, inputs, workflow } = step;
  const which = whichArguments(inputs);
  const { events } = await cli.run(['status', ...which]);
  const found = events
    .filter(({ type }) => type === 'session')
    .map(({ session }) => session);
  if (events.some(({ type }) => type === 'error')) {
    throw failureOf(events);
  }
  if (found.length !== 1) {
    throw new ActionError(
      `${found.length} previews have the key ${inputs.key} there.`,
      found.length === 0
        ? 'Start one first.'
        : 'Name the target or the entity as well.',
    );
  }
  const wanted = inputs.wait === 'approved' ? 'approved' : 'ready';
  const { done, session, events: said } = await waitFor(step, found[0], wanted);
  if (session.revision > found[0].revision) {
    workflow.notice(
      `Preview ${session.key} runs ${session.image} now, which is newer. Nothing is left to wait for here.`,
    );
    publish(workflow, session, 'superseded');
    return;
  }
  publish(workflow, session, done ? wanted : 'failed');
  if (!done) {
    throw failureOf(said, session);
  }
}

module.exports = { wait };
