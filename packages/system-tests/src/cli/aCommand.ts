// SPDX-License-Identifier: Apache-2.0
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

// This package only ever runs from the repository.
// eslint-disable-next-line no-restricted-syntax
const BIN = resolve(__dirname, '../../../cli/bin/preview');

/** How a call of `preview` ended, and what it wrote. */
export interface Called {
  code: number | null;
  out: string;
  err: string;
  /** Events of `-o json`. */
  events(): any[];
}

/** The real command, in a process of its own for each call. */
export interface PreviewCommand {
  (...args: string[]): Promise<Called>;
  /** The same, with this on standard input. */
  reading(input: string, ...args: string[]): Promise<Called>;
  /** Folder in which it runs, which is also its home. */
  folder: string;
  /** With other variables of the environment. */
  with(env: Record<string, string>): PreviewCommand;
  remove(): void;
}

/** The command in an empty folder, with nothing but these variables. */
export function aCommand(env: Record<string, string>): PreviewCommand {
  const folder = mkdtempSync(join(tmpdir(), 'preview-command-'));
  return commandIn(folder, env);
}

function commandIn(
  folder: string,
  env: Record<string, string>,
): PreviewCommand {
  const reading = (input: string, ...args: string[]) =>
    call(folder, env, input, args);
  return Object.assign((...args: string[]) => reading('', ...args), {
    reading,
    folder,
    with: (more: Record<string, string>) =>
      commandIn(folder, { ...env, ...more }),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  });
}

function call(
  folder: string,
  env: Record<string, string>,
  input: string,
  args: string[],
): Promise<Called> {
  const child = spawn(process.execPath, [BIN, ...args], {
    cwd: folder,
    env: { PATH: process.env.PATH, HOME: folder, ...env },
  });
  let out = '';
  let err = '';
  child.stdout.setEncoding('utf8').on('data', text => (out += text));
  child.stderr.setEncoding('utf8').on('data', text => (err += text));
  child.stdin.on('error', () => {}).end(input);
  return new Promise((done, failed) => {
    child.on('error', failed);
    child.on('close', code => {
      const events = () =>
        out
          .trim()
          .split('\n')
          .map(line => JSON.parse(line));
      done({ code, out, err, events });
    });
  });
}
