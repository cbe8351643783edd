// SPDX-License-Identifier: Apache-2.0
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The root of the repository. */
export const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');

/** The Yarn release that is committed beside the code, so that none has to be installed. */
export function yarnPath() {
  const settings = readFileSync(join(root, '.yarnrc.yml'), 'utf8');
  return join(root, /^yarnPath: (.+)$/m.exec(settings)[1]);
}

/** Runs the committed Yarn; answers its exit code. */
export function yarn(args) {
  const env = { ...process.env };
  // node-gyp would download headers; those beside the running Node are the right
  // ones, and a folder that npm handed down may belong to another Node.
  delete env.npm_config_nodedir;
  const prefix = resolve(dirname(process.execPath), '..');
  if (existsSync(join(prefix, 'include/node/node.h'))) {
    env.npm_config_nodedir = prefix;
  }
  return spawnSync(process.execPath, [yarnPath(), ...args], {
    cwd: root,
    env,
    stdio: 'inherit',
  }).status;
}
