// SPDX-License-Identifier: Apache-2.0
import type { Context } from '../Context';
import { millisOf } from '../durations';
import { EXIT_CODES } from '../exitCodes';
import {
  type CommandOptions,
  portalCommand,
  type Tools,
} from '../portalCommand';
import { untilReady } from '../sessions/untilReady';
import { type FromFile, readConfigFile } from './configFile';
import { findEntity } from './findEntity';
import { fromEnv } from './fromEnv';
import { type WishOptions, wishOf } from './wish';

export interface StartCommandOptions extends CommandOptions, WishOptions {
  configFile?: string | true;
  wait: boolean;
  timeout?: string;
}

const PATIENCE = 300_000;

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
  const { env } = context;
  const variables = fromEnv(env, {});
  const asked = options.key ?? variables.wish.key;
  const file = options.configFile
    ? readConfigFile(context, options.configFile, asked)
    : undefined;
  const wish = wishOf(options, env, fileWish(file));
  const timeout =
    options.timeout === undefined
      ? variables.timeout ?? file?.timeout ?? PATIENCE
      : millisOf(options.timeout, 's', '--timeout');
  warn(tools, file, asked ?? file?.key, wish.key);
  const entityRef = await findEntity(portal, wish);
  const { session, outcome } = await portal.start(
    { ...wish, entityRef },
    {
      // A caller that tries again says by this that it is the same start.
      idempotencyKey: env.PREVIEW_IDEMPOTENCY_KEY || context.randomId(),
    },
  );
  output.emit({ type: 'accepted', outcome, session });
  if (outcome === 'keptStopped') {
    return EXIT_CODES.keptStopped;
  }
  return options.wait ? untilReady(tools, session.id, timeout) : EXIT_CODES.ok;
}

function fileWish(file: FromFile | undefined) {
  return file && { ...file.wish, key: file.key };
}

function warn(
  { output }: Tools,
  file: FromFile | undefined,
  asked: string | undefined,
  key: string | undefined,
): void {
  const warnings = [...(file?.warnings ?? [])];
  if (asked !== undefined && asked !== key) {
    warnings.push(`"${asked}" is no key, so "${key}" is used.`);
  }
  warnings.forEach(message => output.emit({ type: 'warning', message }));
}
