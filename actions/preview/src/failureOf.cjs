// SPDX-License-Identifier: Apache-2.0
// @ts-check
'use strict';
const { ActionError } = require('./ActionError.cjs');

/**
 * Why it did not come to what was wanted, in the portal's own words.
 *
 * @param {import('./Cli.cjs').CliEvent[]} events
 * @param {any} [session] as last seen
 */
function failureOf(events, session) {
  if (session?.failure) {
    const { code, message, hint } = session.failure;
    return new ActionError(`${code}: ${message}`, hint);
  }
  const rejection = session?.signOffs?.find(
    (/** @type {any} */ each) => each.decision === 'rejected' && !each.void,
  );
  if (rejection) {
    const { by, comment } = rejection;
    return new ActionError(
      `${by} rejected it${comment ? `: ${comment}` : '.'}`,
    );
  }
  if (session?.endedAt) {
    return new ActionError(
      `The preview is over (${session.endReason}).`,
      session.desired?.reason ?? undefined,
    );
  }
  const error = events.findLast(({ type }) => type === 'error')?.error;
  return error
    ? new ActionError(
        [error.code, error.field].filter(Boolean).join(', ') +
          `: ${error.message}`,
        error.hint ?? undefined,
      )
    : new ActionError('The command said nothing.', 'Its log stands above.');
}

module.exports = { failureOf };
