// SPDX-License-Identifier: Apache-2.0
import type { Context } from '../Context';
import { COMMANDS } from '../commands';
import { EXIT_CODES } from '../exitCodes';
import { buildProgram } from '../program';
import { type Shell, scriptFor } from './scripts';
import { wordsOf } from './words';

/** Prints what teaches a shell to complete the command. */
export async function run(context: Context, shell: Shell): Promise<number> {
  const program = buildProgram(context, COMMANDS);
  context.terminal.write(scriptFor(shell, wordsOf(program)));
  return EXIT_CODES.ok;
}
