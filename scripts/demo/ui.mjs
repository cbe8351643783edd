// SPDX-License-Identifier: Apache-2.0
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Child } from './child.mjs';
import { paths } from './paths.mjs';

const SOURCES = [
  'packages/app',
  'plugins/preview-frontend',
  'plugins/preview-common',
  'yarn.lock',
];
const SKIPPED = new Set(['dist', 'dist-types', 'node_modules', 'e2e-tests']);

/**
 * Builds the UI, unless what is built comes from the present sources. Ctrl-C
 * reaches it without anybody's help: nothing is lost with it.
 */
export async function buildUi() {
  const wanted = fingerprint();
  if (
    existsSync(join(paths.app, 'dist/index.html')) &&
    existsSync(paths.uiStamp) &&
    readFileSync(paths.uiStamp, 'utf8') === wanted
  ) {
    return;
  }
  console.log('Building the UI …');
  const cli = join(paths.root, 'node_modules/@backstage/cli/bin/backstage-cli');
  const build = new Child('ui', [cli, 'package', 'build'], {
    cwd: paths.app,
    detached: false,
  });
  if ((await build.ended) !== 0) {
    throw new Error(`Building the UI failed:\n${build.lastLines()}`);
  }
  writeFileSync(paths.uiStamp, wanted);
}

function fingerprint() {
  const hash = createHash('sha256');
  for (const source of SOURCES) {
    addTo(hash, join(paths.root, source));
  }
  return hash.digest('hex');
}

function addTo(hash, path) {
  let names;
  try {
    names = readdirSync(path).sort();
  } catch (error) {
    if (error.code !== 'ENOTDIR') {
      throw error;
    }
    hash.update(path.slice(paths.root.length)).update(readFileSync(path));
    return;
  }
  names
    .filter(name => !SKIPPED.has(name))
    .forEach(name => addTo(hash, join(path, name)));
}
