// SPDX-License-Identifier: Apache-2.0
import type { Command } from 'commander';

/** What may follow the words of one command. */
export interface Words {
  /** Words after `preview`, joined by blanks; empty for `preview` itself. */
  path: string;
  about: string;
  commands: { name: string; about: string }[];
  options: { flag: string; about: string; values: string[]; takes: boolean }[];
}

/** Everything that can be completed, from the table of commands. */
export function wordsOf(command: Command, path: string[] = []): Words[] {
  const inner = command.commands.filter(each => each.name() !== 'help');
  const own: Words = {
    path: path.join(' '),
    about: command.summary() || command.description(),
    commands: inner.map(each => ({
      name: each.name(),
      about: each.summary() || each.description(),
    })),
    options: command.options
      .filter(({ hidden }) => !hidden)
      .map(option => ({
        flag: option.long ?? option.short ?? '',
        about: option.description,
        values: option.argChoices ?? [],
        takes: option.required,
      })),
  };
  return [own, ...inner.flatMap(each => wordsOf(each, [...path, each.name()]))];
}
