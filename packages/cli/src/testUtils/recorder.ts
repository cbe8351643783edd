// SPDX-License-Identifier: Apache-2.0
import * as verify from '../audit/verify';
import type { Context } from '../Context';
import { type CommandRun, COMMANDS } from '../commands';
import { run } from '../program';
import * as extend from '../extend/extend';
import * as completion from '../completion/completion';
import * as login from '../login/login';
import * as logout from '../login/logout';
import * as open from '../open/open';
import * as logs from '../logs/logs';
import * as start from '../start/start';
import * as status from '../status/status';
import * as stop from '../stop/stop';
import type { Terminal } from '../Terminal';
import * as update from '../update/update';
import * as verifyRouting from '../verify/verify';
import * as wait from '../wait/wait';

/** What a call of the command wrote, and how it ended. */
export interface Call {
  code: number;
  out: string;
  err: string;
}

/** The code of each command, loaded: the runner of tests cannot import late. */
const LOADED: Record<string, { run: CommandRun }> = {
  'audit verify': verify,
  start,
  update,
  extend,
  stop,
  status,
  logs,
  wait,
  verify: verifyRouting,
  open,
  login,
  logout,
  completion,
};

const commands = COMMANDS.map(command => ({
  ...command,
  load: async () => LOADED[command.name],
}));

/** Where the calls of a test take place. */
export interface Place {
  env?: Record<string, string>;
  home?: string;
  cwd?: string;
  fetch?: typeof fetch;
  interactive?: boolean;
  stdin?: string;
  /** What the person does in the browser. */
  browse?: (url: string) => Promise<void>;
  /** Milliseconds after the time that it is at first. */
  later?: number;
}

const NOW = Date.UTC(2030, 0, 31, 12);

/** Calls `preview` with arguments, in this process. */
export function preview(...args: string[]): Promise<Call> {
  return previewIn({}, ...args);
}

/** Calls `preview` somewhere. */
export async function previewIn(
  {
    env = {},
    home = '/nowhere',
    cwd = '/nowhere',
    interactive,
    stdin = '',
    ...place
  }: Place,
  ...args: string[]
): Promise<Call> {
  const call: Call = { code: 0, out: '', err: '' };
  const terminal: Terminal = {
    interactive: interactive ?? false,
    print: line => {
      call.out += `${line}\n`;
    },
    write: text => {
      call.out += text;
    },
    error: line => {
      call.err += `${line}\n`;
    },
    pending: () => {},
    exit: code => {
      call.code = code;
    },
  };
  let ids = 0;
  const context: Context = {
    terminal,
    env,
    home,
    cwd,
    clock: { now: () => NOW + (place.later ?? 0), sleep: async () => {} },
    randomId: () => `id-${++ids}`,
    randomInt: () => 0,
    stdin: () => stdin,
    askSecret: async () => stdin,
    browse: place.browse ?? (async () => {}),
    fetch: place.fetch ?? (() => Promise.reject(new TypeError('fetch failed'))),
  };
  await run(args, context, commands);
  return call;
}
