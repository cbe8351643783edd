// SPDX-License-Identifier: Apache-2.0
import type { PortalOptions } from './connection/connect';
import { explain } from './connection/explain';
import type { Context } from './Context';
import { type FORMS, type Output, outputOf } from './output/Output';

/** Options of every command that asks the portal. */
export interface CommandOptions extends PortalOptions {
  output?: (typeof FORMS)[number];
}

/** Runs, and tells what went wrong. @returns the exit code */
export async function explained(
  context: Context,
  options: CommandOptions,
  act: (output: Output) => Promise<number>,
): Promise<number> {
  const output = outputOf(context, options.output ?? 'table');
  try {
    return await act(output);
  } catch (error) {
    const url = options.portal ?? context.env.PREVIEW_PORTAL;
    const failure = explain(error, url || 'The portal');
    output.emit({ type: 'error', ...failure });
    return failure.exitCode;
  }
}
