// SPDX-License-Identifier: Apache-2.0
import * as verify from '../audit/verify';
import { type CommandRun, COMMANDS } from '../commands';
import { run } from '../program';
import type { Terminal } from '../Terminal';

/** What a call of the command wrote, and how it ended. */
export interface Call {
  code: number;
  out: string;
  err: string;
}

/** The code of each command, loaded: the runner of tests cannot import late. */
const LOADED: Record<string, { run: CommandRun }> = { 'audit verify': verify };

const commands = COMMANDS.map(command => ({
  ...command,
  load: async () => LOADED[command.name],
}));

/** Calls `preview` with arguments, in this process. */
export async function preview(...args: string[]): Promise<Call> {
  const call: Call = { code: 0, out: '', err: '' };
  const terminal: Terminal = {
    print: line => {
      call.out += `${line}\n`;
    },
    error: line => {
      call.err += `${line}\n`;
    },
    exit: code => {
      call.code = code;
    },
  };
  await run(args, terminal, commands);
  return call;
}
