// SPDX-License-Identifier: Apache-2.0
import {
  type PreviewSession,
  type StopEnvironmentResponse,
  toKey,
} from '@preview-environments/backstage-plugin-preview-common';
import { CliError } from '../CliError';
import { explain } from '../connection/explain';
import type { Context } from '../Context';
import { EXIT_CODES } from '../exitCodes';
import {
  type CommandOptions,
  portalCommand,
  type Tools,
} from '../portalCommand';
import { findSessions, type Which } from '../sessions/findSessions';
import { keyOf } from '../sessions/pick';

export interface StopOptions extends CommandOptions, Which {
  reason?: string;
  dryRun?: boolean;
}

/** Stops every preview of a key, or those of them that are narrowed down to. */
export function run(context: Context, options: StopOptions): Promise<number> {
  return portalCommand(context, options, async tools => {
    const { stopped, skipped, dryRun } = await stop(tools, options);
    for (const { id, entityRef } of dryRun ? [] : stopped) {
      tools.output.emit({ type: 'stopping', session: id, entityRef });
    }
    for (const { id, ...rest } of skipped) {
      tools.output.emit({ type: 'skipped', session: id, ...rest });
    }
    tools.output.emit({
      type: 'stopped',
      count: stopped.length,
      skipped: skipped.length,
      dryRun,
    });
    return skipped.length > 0 ? EXIT_CODES.refused : EXIT_CODES.ok;
  });
}

async function stop(
  tools: Tools,
  options: StopOptions,
): Promise<StopEnvironmentResponse> {
  const { id, target, namespace, entity, cluster } = options;
  const key = keyOf(options, tools.context.env);
  if (!key && !id) {
    throw new CliError('It is not said what to stop.', {
      field: '--key',
      hint: 'Give the key with -k, or one session with --id.',
    });
  }
  const narrowed = id ?? target ?? namespace ?? entity ?? cluster;
  return narrowed === undefined
    ? stopKey(tools, toKey(key!), options)
    : stopEach(tools, { ...options, key }, options);
}

/** The portal stops all at once; a key without previews is no mistake. */
async function stopKey(
  { portal }: Tools,
  key: string,
  { reason, dryRun = false }: StopOptions,
): Promise<StopEnvironmentResponse> {
  try {
    return await portal.stopEnvironment(key, { reason, dryRun });
  } catch (error) {
    if (explain(error, portal.url).error.code === 'EnvironmentNotFound') {
      return { dryRun, stopped: [], skipped: [] };
    }
    throw error;
  }
}

async function stopEach(
  { portal }: Tools,
  which: Which,
  { reason, dryRun = false }: StopOptions,
): Promise<StopEnvironmentResponse> {
  const answer: StopEnvironmentResponse = { dryRun, stopped: [], skipped: [] };
  const found: PreviewSession[] = await findSessions(portal, which);
  for (const { id, entityRef } of found) {
    try {
      if (!dryRun) {
        await portal.stop(id, reason);
      }
      answer.stopped.push({ id, entityRef });
    } catch (error) {
      const { exitCode, error: said } = explain(error, portal.url);
      if (exitCode !== EXIT_CODES.refused) {
        throw error;
      }
      const { code, message } = said;
      answer.skipped.push({ id, entityRef, code, message });
    }
  }
  return answer;
}
