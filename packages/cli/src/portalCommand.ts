// SPDX-License-Identifier: Apache-2.0
import { connect } from './connection/connect';
import { Portal } from './connection/Portal';
import { refreshed } from './connection/tokens';
import type { Context } from './Context';
import { type CommandOptions, explained } from './explained';
import type { Output } from './output/Output';

export type { CommandOptions } from './explained';

/** What a command that asks the portal works with. */
export interface Tools {
  context: Context;
  portal: Portal;
  output: Output;
}

/** Connects, runs, and tells what went wrong. @returns the exit code */
export function portalCommand(
  context: Context,
  options: CommandOptions,
  act: (tools: Tools) => Promise<number>,
): Promise<number> {
  return explained(context, options, async output => {
    const kept = connect(context, options);
    const connection = await refreshed(context, kept);
    const portal = new Portal(context, connection, options.retry);
    return act({ context, portal, output });
  });
}
