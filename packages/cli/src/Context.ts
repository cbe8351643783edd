// SPDX-License-Identifier: Apache-2.0
import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { type Clock, systemClock } from './clock';
import { randomId, randomInt } from './random';
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
  /** A whole number below `max`. */
  randomInt(max: number): number;
  /** All of standard input. */
  stdin(): string;
  /** Asks a person for something that is not shown. */
  askSecret(prompt: string): Promise<string>;
  /** Opens an address in the browser of the person. */
  browse(url: string): Promise<void>;
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
    randomInt,
    stdin: () => readFileSync(0, 'utf8'),
    askSecret: async prompt => {
      const { read } = await import('read');
      return read({ prompt, silent: true });
    },
    browse: async url => {
      const { default: open } = await import('open');
      await open(url);
    },
    fetch: (...given) => fetch(...given),
  };
}
