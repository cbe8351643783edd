// SPDX-License-Identifier: Apache-2.0
// @ts-check
'use strict';
const { setTimeout: sleep } = require('node:timers/promises');
const { failureOf } = require('./failureOf.cjs');
const { findEntity } = require('./findEntity.cjs');
const { idempotencyKey } = require('./idempotencyKey.cjs');
const { publish } = require('./publish.cjs');
const { startArguments } = require('./startArguments.cjs');
const { isOfPerson } = require('./token.cjs');
const { waitFor } = require('./waitFor.cjs');

/** Pauses before another try, in milliseconds. */
const PAUSES = [1_000, 4_000, 10_000];
/** Exit codes of the command. */
const UNAVAILABLE = 6;
const KEPT_STOPPED = 8;

/** @typedef {import('./main.cjs').Step} Step */

/**
 * Starts a preview, or updates the one with the same workload and key.
 *
 * @param {Step} step
 */
async function start(step) {
  const { inputs, workflow } = step;
  const { code, events } = await ask(step);
  const accepted = events.find(({ type }) => type === 'accepted');
  if (!accepted) {
    throw failureOf(events);
  }
  const { session, outcome } = accepted;
  workflow.output('session-key', session.key);
  workflow.output('session-id', session.id);
  if (code === KEPT_STOPPED) {
    const { by, reason } = session.desired;
    workflow.warning(
      `Preview ${session.key} was stopped by ${by}${
        reason ? ` (${reason})` : ''
      } and stays stopped. A person can start it again in the portal.`,
    );
    publish(workflow, session, 'kept-stopped');
    return;
  }
  workflow.log(`Preview ${session.key}: ${outcome}, image ${session.image}`);
  if (inputs.wait === 'none') {
    publish(workflow, session, outcome);
    return;
  }
  const seen = await waitFor(step, session, inputs.wait);
  if (seen.session.revision > session.revision) {
    // Two pushes at once: the newer one has its own run, which tells more.
    workflow.notice(
      `Preview ${session.key} runs ${seen.session.image} now, which came after ${session.image}. Nothing is left to do here.`,
    );
    publish(workflow, seen.session, 'superseded');
    return;
  }
  if (!seen.done) {
    publish(workflow, seen.session, 'failed');
    throw failureOf(seen.events, seen.session);
  }
  publish(workflow, seen.session, outcome);
}

/** @param {Step} step */
async function ask({ cli, inputs: given, env, token }) {
  const inputs = { ...given, entity: await findEntity(given, token) };
  const { args, config } = startArguments(inputs);
  const settings = {
    PREVIEW_IDEMPOTENCY_KEY: idempotencyKey(env, args, config),
    PREVIEW_CLAIMED_ACTOR: isOfPerson(inputs.token)
      ? ''
      : env.GITHUB_ACTOR ?? '',
  };
  for (const pause of [...PAUSES, null]) {
    const result = await cli.run(['start', '--no-wait', ...args], {
      config,
      settings,
    });
    if (pause === null || !mayRepeat(result)) {
      return result;
    }
    await sleep(pause);
  }
  throw new Error('unreachable');
}

/** @param {import('./Cli.cjs').CliResult} result */
function mayRepeat({ code, events }) {
  return (
    code === UNAVAILABLE ||
    events.some(({ error }) => error?.code === 'SessionBusy')
  );
}

module.exports = { start };
