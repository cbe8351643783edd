// SPDX-License-Identifier: Apache-2.0
// @ts-check
'use strict';

/** Ends the step with a sentence that its reader can act on. */
class ActionError extends Error {
  /**
   * @param {string} message
   * @param {string} [hint]
   */
  constructor(message, hint) {
    super(hint ? `${message} ${hint}` : message);
    this.name = 'ActionError';
  }
}

module.exports = { ActionError };
