// SPDX-License-Identifier: Apache-2.0
import { run } from '../program';
import type { Terminal } from '../Terminal';

/** What a call of the command wrote, and how it ended. */
export interface Call {
  code: number;
  out: string;
  err: string;
}

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
  await run(args, terminal);
  return call;
}
