// SPDX-License-Identifier: Apache-2.0
// @ts-check
'use strict';
const { failureOf } = require('./failureOf.cjs');
const { whichArguments } = require('./whichArguments.cjs');

/**
 * Stops what has the key, in that namespace where one is named. Stopping
 * what is over, or never was, is done already.
 *
 * @param {import('./main.cjs').Step} step
 */
async function stop({ cli, inputs, workflow }) {
  const { events } = await cli.run(['stop', ...whichArguments(inputs)]);
  const stopped = events.find(({ type }) => type === 'stopped');
  if (!stopped) {
    throw failureOf(events);
  }
  for (const { entityRef, message } of events.filter(
    ({ type }) => type === 'skipped',
  )) {
    workflow.warning(`${entityRef} goes on: ${message}`);
  }
  const { count } = stopped;
  workflow.output('session-key', inputs.key);
  workflow.output('outcome', count > 0 ? 'stopped' : 'nothing-to-stop');
  workflow.log(
    count > 0
      ? `Preview ${inputs.key}: stopped ${count}`
      : `Preview ${inputs.key}: nothing to stop`,
  );
}

module.exports = { stop };
