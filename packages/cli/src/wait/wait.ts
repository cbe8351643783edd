// SPDX-License-Identifier: Apache-2.0
import type {
  PreviewSession,
  WaitQuery,
} from '@preview-environments/backstage-plugin-preview-common';
import { CliError } from '../CliError';
import type { Context } from '../Context';
import { millisOf } from '../durations';
import { EXIT_CODES } from '../exitCodes';
import {
  type CommandOptions,
  portalCommand,
  type Tools,
} from '../portalCommand';
import type { Which } from '../sessions/findSessions';
import { follow } from '../sessions/follow';
import { pickAll } from '../sessions/pick';
import { untilReady } from '../sessions/untilReady';

export interface WaitOptions extends CommandOptions, Which {
  for: WaitQuery['for'];
  timeout: string;
}

/** Waits for every preview that is meant; the worst end is the exit code. */
export function run(context: Context, options: WaitOptions): Promise<number> {
  return portalCommand(context, options, async tools => {
    const end =
      context.clock.now() + millisOf(options.timeout, 's', '--timeout');
    let worst: number = EXIT_CODES.ok;
    for (const session of await pickAll(tools, options)) {
      const left = Math.max(0, end - context.clock.now());
      const code =
        options.for === 'ready'
          ? await untilReady(tools, session.id, left)
          : await until(tools, session, options.for, left);
      worst = Math.max(worst, code);
    }
    return worst;
  });
}

async function until(
  tools: Tools,
  { id, key }: PreviewSession,
  wanted: 'stopped' | 'approved',
  timeout: number,
): Promise<number> {
  const { how, session } = await follow(tools, id, wanted, timeout);
  if (how === 'timeout') {
    throw new CliError(`Preview ${key} is not ${wanted} yet.`, {
      code: 'Timeout',
      field: '--timeout',
      hint: 'Wait again, or longer.',
      exit: 'timeout',
    });
  }
  const done = how === 'done';
  tools.output.emit({ type: 'waited', for: wanted, done, session });
  return done ? EXIT_CODES.ok : EXIT_CODES.failed;
}
