// SPDX-License-Identifier: Apache-2.0
import { Command, CommanderError } from 'commander';
import { type CommandEntry, COMMANDS } from './commands';
import { EXIT_CODES, EXIT_CODES_HELP } from './exitCodes';
import type { Context } from './Context';

/** Runs one call of `preview`; `args` begin after its name. */
export async function run(
  args: string[],
  context: Context,
  commands: CommandEntry[] = COMMANDS,
): Promise<void> {
  const { terminal } = context;
  try {
    await buildProgram(context, commands).parseAsync(args, { from: 'user' });
  } catch (error) {
    if (error instanceof CommanderError) {
      // Help is no failure; what is mistyped was explained already.
      const { ok, usage } = EXIT_CODES;
      terminal.exit(error.exitCode === 0 ? ok : usage);
      return;
    }
    terminal.error(error instanceof Error ? error.message : 'unknown error');
    terminal.exit(EXIT_CODES.usage);
  }
}

/** All commands; none of them loads its code before it is called. */
export function buildProgram(
  context: Context,
  commands: CommandEntry[],
): Command {
  const { terminal } = context;
  const program = new Command('preview')
    .description('Preview environments from a terminal')
    .addHelpText('after', EXIT_CODES_HELP)
    .exitOverride()
    .configureOutput({
      writeOut: text => terminal.print(text.trimEnd()),
      writeErr: text => terminal.error(text.trimEnd()),
    })
    .showHelpAfterError('(--help tells more)');
  for (const { group, declare, load } of commands) {
    declare(groupOf(program, group)).action(async (...given) => {
      const { run: command } = exportsOf(await load());
      terminal.exit(await command(context, ...given));
    });
  }
  return program;
}

/** `preview audit …`: made when its first command is added. */
function groupOf(
  program: Command,
  group: { name: string; description: string } | null,
): Command {
  if (!group) {
    return program;
  }
  return (
    program.commands.find(command => command.name() === group.name) ??
    program.command(group.name).description(group.description)
  );
}

/** Node puts exports that it cannot foresee under `default`. */
function exportsOf<T extends object>(loaded: T | { default: T }): T {
  return 'default' in loaded ? loaded.default : loaded;
}
