// SPDX-License-Identifier: Apache-2.0
// @ts-check
'use strict';
const { ActionError } = require('./ActionError.cjs');

/** @type {Record<string, number>} */
const UNITS = { s: 1, m: 60, h: 3_600, d: 86_400 };

/**
 * Seconds of `90`, `90s`, `10m`, `2h` or `1d`.
 *
 * @param {string} text
 * @param {string} name of the input, for the error
 * @throws {ActionError}
 */
function seconds(text, name) {
  const found = /^(\d{1,7})([smhd]?)$/.exec(text);
  if (!found) {
    throw new ActionError(
      `${name} is "${text}".`,
      'Give seconds, or for example 10m or 2h.',
    );
  }
  return Number(found[1]) * UNITS[found[2] || 's'];
}

module.exports = { seconds };
