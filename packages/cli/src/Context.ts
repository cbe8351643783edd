// SPDX-License-Identifier: Apache-2.0
import { homedir } from 'node:os';
import { type Clock, systemClock } from './clock';
import { randomId } from './random';
import { processTerminal, type Terminal } from './Terminal';

/** Everything outside of itself that a command may touch. */
export interface Context {
  terminal: Terminal;
  env: Record<string, string | undefined>;
  /** Folder of the person who calls. */
  home: string;
  /** Folder in which the command was called. */
  cwd: string;
  clock: Clock;
  randomId(): string;
  fetch: typeof fetch;
}

/** The context of this process. */
export function processContext(): Context {
  return {
    terminal: processTerminal(),
    env: process.env,
    home: homedir(),
    cwd: process.cwd(),
    clock: systemClock,
    randomId,
    fetch: (...given) => fetch(...given),
  };
}
