// SPDX-License-Identifier: Apache-2.0
// @ts-check
'use strict';
const { spawn } = require('node:child_process');
const { createInterface } = require('node:readline');
const { ActionError } = require('./ActionError.cjs');

/**
 * @typedef {{ type: string, [field: string]: any }} CliEvent
 * @typedef {{ code: number, events: CliEvent[] }} CliResult
 */

/** What the step's own inputs and permissions are handed on by. */
const OURS = /^(INPUT_|ACTIONS_ID_TOKEN_|MIRRORD_|PREVIEW_)/;

/** The command `preview`, run without a shell. */
class Cli {
  /**
   * @param {{
   *   env: Record<string, string | undefined>,
   *   path: string,
   *   portal: string,
   *   token: () => Promise<string>,
   * }} options `path`: of the command, empty = the one that was installed
   */
  constructor(options) {
    this.options = options;
  }

  /**
   * @param {string[]} args
   * @param {{
   *   config?: object | null,
   *   settings?: Record<string, string>,
   *   onEvent?: (event: CliEvent) => void,
   * }} [given] `config`: read by the command as a `mirrord.json`
   * @returns {Promise<CliResult>}
   * @throws {ActionError} when the command cannot be run
   */
  async run(args, { config = null, settings = {}, onEvent = () => {} } = {}) {
    const { env, path, portal, token } = this.options;
    const [command, ...before] = path
      ? [path]
      : [process.execPath, env.PREVIEW_CLI ?? ''];
    const rest = Object.entries(env).filter(([name]) => !OURS.test(name));
    const child = spawn(
      command,
      [
        ...before,
        ...args,
        ...(config ? ['--config-file=-'] : []),
        '--output=json',
      ],
      {
        env: {
          ...Object.fromEntries(rest),
          ...settings,
          PREVIEW_CLIENT: 'action',
          PREVIEW_PORTAL: portal,
          PREVIEW_TOKEN: await token(),
        },
        stdio: ['pipe', 'pipe', 'inherit'],
      },
    );
    const ended = new Promise((resolve, reject) => {
      child.once('error', reject);
      child.once('close', resolve);
    });
    // A command that ends early closes its end; that is told by its code.
    child.stdin.on('error', () => {});
    child.stdin.end(config ? JSON.stringify(config) : '');
    /** @type {CliEvent[]} */
    const events = [];
    createInterface({ input: child.stdout }).on('line', line => {
      const event = eventOf(line);
      if (event) {
        events.push(event);
        onEvent(event);
      }
    });
    const code = await ended.catch(() => {
      throw new ActionError(
        `The command ${path || 'preview'} cannot be run.`,
        'Check cli_path.',
      );
    });
    return { code, events };
  }
}

/**
 * @param {string} line
 * @returns {CliEvent | null}
 */
function eventOf(line) {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}

module.exports = { Cli };
