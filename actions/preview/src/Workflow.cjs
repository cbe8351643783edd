// SPDX-License-Identifier: Apache-2.0
// @ts-check
'use strict';
const { randomUUID } = require('node:crypto');
const { appendFileSync } = require('node:fs');

/**
 * The workflow around the step: its log, outputs and summary. Text that
 * others wrote is printed with commands switched off, so that a line of
 * theirs is never taken for one of ours.
 */
class Workflow {
  /** @param {Record<string, string | undefined>} env */
  constructor(env) {
    this.env = env;
    this.pause = randomUUID();
    process.stdout.write(`::stop-commands::${this.pause}\n`);
  }

  /** @param {string} text */
  log(text) {
    process.stdout.write(`${text}\n`);
  }

  /** @param {string} secret */
  mask(secret) {
    this.command('add-mask', secret);
  }

  /** @param {string} text */
  notice(text) {
    this.command('notice', text);
  }

  /** @param {string} text */
  warning(text) {
    this.command('warning', text);
  }

  /** @param {string} text */
  error(text) {
    this.command('error', text);
  }

  /**
   * @param {string} name
   * @param {string} value may have several lines
   */
  output(name, value) {
    if (this.env.GITHUB_OUTPUT) {
      const end = `end-${randomUUID()}`;
      const lines = `${name}<<${end}\n${value}\n${end}\n`;
      appendFileSync(this.env.GITHUB_OUTPUT, lines);
    }
  }

  /** @param {string} markdown */
  summary(markdown) {
    if (this.env.GITHUB_STEP_SUMMARY) {
      appendFileSync(this.env.GITHUB_STEP_SUMMARY, `${markdown}\n`);
    }
  }

  /** The log takes commands again. */
  end() {
    process.stdout.write(`::${this.pause}::\n`);
  }

  /**
   * @param {string} name
   * @param {string} value
   */
  command(name, value) {
    const data = value
      .replace(/%/g, '%25')
      .replace(/\r/g, '%0D')
      .replace(/\n/g, '%0A');
    process.stdout.write(
      `::${this.pause}::\n::${name}::${data}\n::stop-commands::${this.pause}\n`,
    );
  }
}

module.exports = { Workflow };
