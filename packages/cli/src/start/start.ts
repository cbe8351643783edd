// SPDX-License-Identifier: Apache-2.0
import { millisOf } from '../durations';
import { EXIT_CODES } from '../exitCodes';
import {
  type CommandOptions,
  portalCommand,
  type Tools,
} from '../portalCommand';
import type { Context } from '../Context';
import { untilReady } from '../sessions/untilReady';
import { findEntity } from './findEntity';
import { type WishOptions, wishOf } from './wish';

export interface StartCommandOptions extends CommandOptions, WishOptions {
  wait: boolean;
  timeout: string;
}

/** Starts a preview, or updates the one with the same target and key. */
export function run(
  context: Context,
  options: StartCommandOptions,
): Promise<number> {
  return portalCommand(context, options, tools => start(tools, options));
}

async function start(
  tools: Tools,
  options: StartCommandOptions,
): Promise<number> {
  const { portal, output, context } = tools;
  const timeout = millisOf(options.timeout, 's', '--timeout');
  const wish = wishOf(options, context.env);
  if (options.key && wish.key !== options.key) {
    const message = `"${options.key}" is no key, so "${wish.key}" is used.`;
    output.emit({ type: 'warning', message });
  }
  const entityRef = await findEntity(portal, wish);
  const { session, outcome } = await portal.start(
    { ...wish, entityRef },
    {
      // A caller that tries again says by this that it is the same start.
      idempotencyKey: context.env.PREVIEW_IDEMPOTENCY_KEY || context.randomId(),
    },
  );
  output.emit({ type: 'accepted', outcome, session });
  if (outcome === 'keptStopped') {
    return EXIT_CODES.keptStopped;
  }
  return options.wait ? untilReady(tools, session.id, timeout) : EXIT_CODES.ok;
}
