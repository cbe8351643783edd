// SPDX-License-Identifier: Apache-2.0
import { connect, type PortalOptions } from './connection/connect';
import { explain } from './connection/explain';
import { Portal } from './connection/Portal';
import type { Context } from './Context';
import { type FORMS, type Output, outputOf } from './output/Output';

/** Options of every command that asks the portal. */
export interface CommandOptions extends PortalOptions {
  output: (typeof FORMS)[number];
}

/** What a command that asks the portal works with. */
export interface Tools {
  context: Context;
  portal: Portal;
  output: Output;
}

/** Connects, runs, and tells what went wrong. @returns the exit code */
export async function portalCommand(
  context: Context,
  options: CommandOptions,
  act: (tools: Tools) => Promise<number>,
): Promise<number> {
  const output = outputOf(context, options.output);
  let url = 'The portal';
  try {
    const connection = connect(context, options);
    url = connection.portal;
    const portal = new Portal(context, connection);
    return await act({ context, portal, output });
  } catch (error) {
    const failure = explain(error, url);
    output.emit({ type: 'error', ...failure });
    return failure.exitCode;
  }
}
