// SPDX-License-Identifier: Apache-2.0
// @ts-check
'use strict';

/**
 * Which previews are meant, as options of the command.
 *
 * @param {import('./inputs.cjs').Inputs} inputs
 * @returns {string[]}
 */
function whichArguments({ key, target, namespace, entity }) {
  return Object.entries({ key, target, namespace, entity })
    .filter(([, value]) => value !== '')
    .map(([name, value]) => `--${name}=${value}`);
}

module.exports = { whichArguments };
