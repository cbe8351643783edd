// SPDX-License-Identifier: Apache-2.0
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

/** The root of the repository. */
export const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');

/**
 * Yarn's code for "must be built": it says so once all packages are in their
 * place. https://yarnpkg.com/advanced/error-codes#yn0007---must_build
 */
const PACKAGES_IN_PLACE = 'YN0007';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/** The Yarn release that is committed beside the code, so that none has to be installed. */
export function yarnPath() {
  const settings = readFileSync(join(root, '.yarnrc.yml'), 'utf8');
  return join(root, /^yarnPath: (.+)$/m.exec(settings)[1]);
}

/**
 * Runs the committed Yarn; answers its exit code. `meanwhile` begins as soon as
 * nothing is left to do but the compilation of native addons; where none has to
 * be compiled, after it.
 */
export async function yarn(args, meanwhile = async () => {}) {
  const child = spawn(process.execPath, [yarnPath(), ...args], {
    cwd: root,
    env: environment(),
    stdio: ['inherit', 'pipe', 'inherit'],
  });
  child.stdout.pipe(process.stdout, { end: false });
  let beside;
  createInterface({ input: child.stdout }).on('line', line => {
    if (line.includes(PACKAGES_IN_PLACE)) {
      beside ??= Promise.allSettled([meanwhile()]);
    }
  });
  const code = await untilEnded(child);
  if (code === 0) {
    const [result] = await (beside ?? Promise.allSettled([meanwhile()]));
    if (result.status === 'rejected') {
      throw result.reason;
    }
  }
  return code;
}

/** Its exit code. Interrupted, this process ends too, but after it: it still writes. */
async function untilEnded(child) {
  let interrupted = false;
  const pass = signal => {
    interrupted = true;
    child.kill(signal);
  };
  SIGNALS.forEach(signal => process.on(signal, pass));
  const [code] = await once(child, 'close');
  SIGNALS.forEach(signal => process.off(signal, pass));
  if (interrupted) {
    process.exit(130);
  }
  return code;
}

function environment() {
  const env = { ...process.env };
  // node-gyp would download headers; those beside the running Node are the right
  // ones, and a folder that npm handed down may belong to another Node.
  delete env.npm_config_nodedir;
  const prefix = resolve(dirname(process.execPath), '..');
  if (existsSync(join(prefix, 'include/node/node.h'))) {
    env.npm_config_nodedir = prefix;
  }
  // SQLite, where it has to be compiled, is one file for one core. -O1 takes half
  // of the time of -O3, and our queries run as fast.
  env.CFLAGS ??= '-O1';
  if (process.stdout.isTTY) {
    env.FORCE_COLOR ??= '1';
  }
  return env;
}
