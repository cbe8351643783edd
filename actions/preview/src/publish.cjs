// SPDX-License-Identifier: Apache-2.0
// @ts-check
'use strict';
const { summaryOf } = require('./summaryOf.cjs');

/**
 * Hands a preview on to later steps, and to whoever reads the summary.
 *
 * @param {import('./Workflow.cjs').Workflow} workflow
 * @param {any} session
 * @param {string} outcome
 */
function publish(workflow, session, outcome) {
  const { key, id, access } = session;
  workflow.output('session-key', key);
  workflow.output('session-id', id);
  workflow.output('outcome', outcome);
  workflow.output('url', access.url ?? '');
  workflow.output('headers', JSON.stringify(access.headers));
  workflow.output('curl', access.curl ?? '');
  workflow.summary(summaryOf(session, outcome));
}

module.exports = { publish };
