// SPDX-License-Identifier: Apache-2.0
import type { Command } from 'commander';
import type { Context } from '../Context';

/**
 * What a command does with its arguments and options, in the order in which
 * it declares them. @returns the exit code
 */
export type CommandRun = (context: Context, ...given: any[]) => Promise<number>;

/** One command: how it is called, and where its code is. */
export interface CommandEntry {
  /** All words, for example `audit verify`. */
  name: string;
  /** `preview GROUP …`, or `null` for `preview …`. */
  group: { name: string; description: string } | null;
  declare(parent: Command): Command;
  /** Loads the code when the command runs, not before. */
  load(): Promise<{ run: CommandRun }>;
}
