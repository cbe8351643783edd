// SPDX-License-Identifier: Apache-2.0
// @ts-check
'use strict';
const { createHash } = require('node:crypto');

/** What tells one step of one attempt from all others. */
const STEP = [
  'GITHUB_REPOSITORY',
  'GITHUB_RUN_ID',
  'GITHUB_RUN_ATTEMPT',
  'GITHUB_JOB',
  'GITHUB_ACTION',
];

/**
 * The same for every try of one step, so that a try whose answer was lost
 * starts nothing twice; another one for each run, and for each cell of a
 * matrix that asks for something else.
 *
 * @param {Record<string, string | undefined>} env
 * @param {string[]} args
 * @param {object | null} config
 */
function idempotencyKey(env, args, config) {
  const parts = [STEP.map(name => env[name] ?? ''), args, config];
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}

module.exports = { idempotencyKey };
