// SPDX-License-Identifier: Apache-2.0
import type { Context } from '../Context';
import { millisOf } from '../durations';
import { EXIT_CODES } from '../exitCodes';
import { type CommandOptions, portalCommand } from '../portalCommand';
import type { Which } from '../sessions/findSessions';
import { pickOne } from '../sessions/pick';
import { untilReady } from '../sessions/untilReady';

export interface UpdateOptions extends CommandOptions, Which {
  image: string;
  reason?: string;
  wait: boolean;
  timeout?: string;
}

/** Gives a preview another image; the one before serves meanwhile. */
export function run(context: Context, options: UpdateOptions): Promise<number> {
  return portalCommand(context, options, async tools => {
    const timeout = millisOf(options.timeout ?? '5m', 's', '--timeout');
    const { image, reason } = options;
    const { id } = await pickOne(tools, options);
    const { session, cap } = await tools.portal.change(id, { image, reason });
    tools.output.emit({ type: 'changed', session, cap });
    return options.wait ? untilReady(tools, id, timeout) : EXIT_CODES.ok;
  });
}
