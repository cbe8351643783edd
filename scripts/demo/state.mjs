// SPDX-License-Identifier: Apache-2.0
import {
  existsSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { paths } from './paths.mjs';

/** What `.data/demo.json` says, or `null` where no demo runs. */
export function readState() {
  if (!existsSync(paths.state)) {
    return null;
  }
  const state = JSON.parse(readFileSync(paths.state, 'utf8'));
  return Object.values(state.pids).some(isAlive) ? state : null;
}

/** Writes `.data/demo.json` for this user's eyes only, whole or not at all. */
export function writeState(state) {
  const next = `${paths.state}.${process.pid}`;
  writeFileSync(next, `${JSON.stringify(state, null, 2)}\n`, { mode: 0o600 });
  renameSync(next, paths.state);
}

/** Removes the file when nothing that it names runs any more. */
export function removeStateOfTheDead() {
  if (readState() === null) {
    rmSync(paths.state, { force: true });
  }
}

/** Whether a process of that id runs; `null` stands for none. */
export function isAlive(pid) {
  if (!pid) {
    return false;
  }
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}
