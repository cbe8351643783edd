// SPDX-License-Identifier: Apache-2.0
import { spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { paths } from './paths.mjs';

/** A Node process of the demo; what it says goes to a log file. */
export class Child {
  constructor(
    name,
    args,
    { cwd = paths.root, env = {}, detached = true } = {},
  ) {
    this.name = name;
    this.running = true;
    const log = openSync(paths.log(name), 'w');
    // A group of its own: Ctrl-C reaches the demo, which stops its children in order.
    this.process = spawn(process.execPath, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: ['ignore', log, log],
      detached,
    });
    closeSync(log);
    this.ended = new Promise(resolve => {
      this.process.once('exit', (code, signal) => {
        this.running = false;
        resolve(code ?? signal);
      });
    });
  }

  get pid() {
    return this.process.pid;
  }

  output() {
    return readFileSync(paths.log(this.name), 'utf8');
  }

  lastLines(count = 30) {
    return this.output().trimEnd().split('\n').slice(-count).join('\n');
  }

  /** Asks it to end; insists after ten seconds. */
  async stop() {
    if (!this.running) {
      return;
    }
    this.process.kill('SIGTERM');
    const insist = setTimeout(() => this.process.kill('SIGKILL'), 10_000);
    await this.ended;
    clearTimeout(insist);
  }
}
