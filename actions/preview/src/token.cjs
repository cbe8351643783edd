// SPDX-License-Identifier: Apache-2.0
// @ts-check
'use strict';
const { ActionError } = require('./ActionError.cjs');

const FORKS =
  'Give the job "permissions: id-token: write", or the input token. A pull request from a fork gets neither.';

/**
 * A token of the portal that is good for some minutes: the one that was
 * given, else one that GitHub issues to this workflow, anew at each call.
 *
 * @param {Record<string, string | undefined>} env
 * @param {{ token: string, audience: string }} inputs
 * @param {{ mask(secret: string): void }} workflow
 * @returns {Promise<string>}
 * @throws {ActionError}
 */
async function tokenFor(env, { token, audience }, workflow) {
  const given = token || env.PREVIEW_TOKEN;
  if (given) {
    workflow.mask(given);
    return given;
  }
  const address = env.ACTIONS_ID_TOKEN_REQUEST_URL;
  const bearer = env.ACTIONS_ID_TOKEN_REQUEST_TOKEN;
  if (!address || !bearer) {
    throw new ActionError('There is no token for the portal.', FORKS);
  }
  const url = new URL(address);
  url.searchParams.set('audience', audience);
  const answer = await fetch(url, {
    headers: { Authorization: `Bearer ${bearer}`, Accept: 'application/json' },
  }).catch(() => null);
  const body = answer?.ok ? await answer.json().catch(() => null) : null;
  if (typeof body?.value !== 'string') {
    throw new ActionError(
      `GitHub issued no token (${answer?.status ?? 'no answer'}).`,
      'Run the job again.',
    );
  }
  workflow.mask(body.value);
  return body.value;
}

/**
 * Whether a token of Backstage is one of a person, who speaks for themselves.
 *
 * @param {string} token
 */
function isOfPerson(token) {
  try {
    const [header] = token.split('.');
    const { typ } = JSON.parse(Buffer.from(header, 'base64url').toString());
    return String(typ).startsWith('vnd.backstage.user');
  } catch {
    return false;
  }
}

module.exports = { isOfPerson, tokenFor };
