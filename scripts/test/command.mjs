// SPDX-License-Identifier: Apache-2.0
import { spawn } from 'node:child_process';
import { root } from './paths.mjs';

/** Runs a Node program, its output shown; answers its exit code. */
export function runNode(args, { cwd = root, env = {} } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: 'inherit',
    });
    child.once('error', reject);
    child.once('exit', (code, signal) => resolve(code ?? signal));
  });
}

/** A suite that is one command: passed when it exits with 0. */
export async function oneCommand(args, options) {
  const code = await runNode(args, options);
  return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}
