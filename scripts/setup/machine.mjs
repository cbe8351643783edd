// SPDX-License-Identifier: Apache-2.0
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './install.mjs';

const NODE_HELP =
  'Use Node.js 22, for example from https://nodejs.org, or: npx -y -p node@22 -- npm run setup';
const TOOLS = [
  ['python3', ['python3', 'python']],
  ['make', ['make', 'gmake']],
  ['a C++ compiler', ['c++', 'g++', 'clang++']],
];

/** What this machine lacks; one sentence each, with how to get it. */
export async function checkMachine() {
  const problems = [...nodeProblems(process.versions.node)];
  if (!onPath('git')) {
    problems.push(`git is missing. ${installHint('git')}`);
  }
  if (problems.length === 0 && !existsSync(sqliteAddon())) {
    problems.push(...(await compilerProblems()));
  }
  if (problems.length === 0 && compiledForBrokenHeaders()) {
    problems.push(brokenHeaders());
  }
  return problems;
}

/** @param {string} version as in process.versions.node */
export function nodeProblems(version) {
  const [major, minor] = version.split('.').map(Number);
  const fits = (major === 20 && minor >= 19) || major === 22 || major === 24;
  return fits
    ? []
    : [
        `Node.js ${version} is not supported (20.19 or later, 22, 24). ${NODE_HELP}`,
      ];
}

/** From 24.19 on, an SQLite addon built against Node's own headers aborts at random. */
export function hasBrokenHeaders(version) {
  const [major, minor] = version.split('.').map(Number);
  return major === 24 && minor >= 19;
}

async function compilerProblems() {
  if (await prebuiltSqliteReachable()) {
    return [];
  }
  if (hasBrokenHeaders(process.versions.node)) {
    return [brokenHeaders()];
  }
  return TOOLS.filter(
    ([name, commands]) =>
      !commands.some(onPath) && !(name === 'a C++ compiler' && process.env.CXX),
  ).map(
    ([name, [command]]) =>
      `${name} is missing, and no prebuilt SQLite can be downloaded for this machine. ${installHint(
        command,
      )}`,
  );
}

/** The place that better-sqlite3's installer downloads its binary from. */
async function prebuiltSqliteReachable() {
  try {
    const answer = await fetch(
      'https://github.com/WiseLibs/better-sqlite3/releases',
      { method: 'HEAD', signal: AbortSignal.timeout(4000) },
    );
    return answer.ok;
  } catch {
    return false;
  }
}

function sqliteAddon() {
  return join(
    root,
    'node_modules/better-sqlite3/build/Release/better_sqlite3.node',
  );
}

function compiledForBrokenHeaders() {
  const settings = join(root, 'node_modules/better-sqlite3/build/config.gypi');
  if (!hasBrokenHeaders(process.versions.node) || !existsSync(settings)) {
    return false;
  }
  // An addon that an older 24 compiled is fine: only headers from 24.19 on break it.
  const builtBy = /"user_agent": "[^"]*node\/v(\d+\.\d+)/.exec(
    readFileSync(settings, 'utf8'),
  );
  return !builtBy || hasBrokenHeaders(builtBy[1]);
}

function brokenHeaders() {
  return `Node.js ${process.versions.node} aborts at random with an SQLite that was compiled on this machine, and no prebuilt one is there. ${NODE_HELP}`;
}

function installHint(command) {
  const debian = { 'c++': 'g++' }[command] ?? command;
  return process.platform === 'darwin'
    ? 'Install it with: xcode-select --install'
    : `Install it, on Debian or Ubuntu with: apt-get install ${debian}`;
}

function onPath(command) {
  const locate = process.platform === 'win32' ? 'where' : 'which';
  return spawnSync(locate, [command], { stdio: 'ignore' }).status === 0;
}
