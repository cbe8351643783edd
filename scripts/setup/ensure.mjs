// SPDX-License-Identifier: Apache-2.0
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, yarn } from './install.mjs';
import { checkMachine } from './machine.mjs';

const STAMP = join(root, 'node_modules/.setup.json');

/**
 * Checks the machine and installs what the lockfile names, unless that was done.
 * `meanwhile` needs the packages, but not their native addons: compiling those
 * keeps one core busy for about a minute.
 */
export async function ensureSetup(meanwhile = async () => {}) {
  const problems = await checkMachine();
  if (problems.length > 0) {
    process.stderr.write(`${problems.join('\n')}\n`);
    process.exit(1);
  }
  const wanted = fingerprint();
  const before = existsSync(STAMP) && JSON.parse(readFileSync(STAMP, 'utf8'));
  if (before && before.lock === wanted.lock && before.abi === wanted.abi) {
    return;
  }
  console.log('Installing dependencies (about two minutes the first time) …');
  if ((await yarn(['install', '--immutable'], meanwhile)) !== 0) {
    console.error('Installing dependencies failed; the lines above say why.');
    process.exit(1);
  }
  if (before && before.abi !== wanted.abi) {
    // Another Node.js than last time: native addons must be built again.
    await yarn(['rebuild', 'better-sqlite3']);
  }
  writeFileSync(STAMP, JSON.stringify(wanted));
}

function fingerprint() {
  const lock = readFileSync(join(root, 'yarn.lock'));
  return {
    lock: createHash('sha256').update(lock).digest('hex'),
    abi: `${process.platform}-${process.arch}-${process.versions.modules}`,
  };
}
