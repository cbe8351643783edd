// SPDX-License-Identifier: Apache-2.0
import type { PreviewSession } from '@preview-environments/backstage-plugin-preview-common';
import { CliError } from '../CliError';
import type { Tools } from '../portalCommand';
import { findSessions, type Which } from './findSessions';

/** The key that is meant: the option first, then the environment. */
export function keyOf(
  { key, id }: Which,
  env: Tools['context']['env'],
): string | undefined {
  return id
    ? undefined
    : key ?? (env.PREVIEW_KEY || env.MIRRORD_KEY || undefined);
}

/**
 * Every preview that the options mean, at least one.
 *
 * @throws CliError when nothing is named, or nothing found
 */
export async function pickAll(
  { portal, context: { env } }: Tools,
  which: Which,
): Promise<PreviewSession[]> {
  const key = keyOf(which, env);
  if (!key && !which.id) {
    throw new CliError('It is not said which preview is meant.', {
      field: '--key',
      hint: 'Give the key with -k, or one session with --id.',
    });
  }
  const found = await findSessions(portal, { ...which, key });
  if (found.length === 0) {
    throw new CliError(
      `No preview was found for ${named({ ...which, key })}.`,
      {
        code: 'PreviewNotFound',
        field: '--key',
        hint: 'preview status lists those that you may see; --ended those that are over.',
        exit: 'refused',
      },
    );
  }
  return found;
}

/**
 * The one preview that the options mean.
 *
 * @throws CliError also when there are several
 */
export async function pickOne(
  tools: Tools,
  which: Which,
): Promise<PreviewSession> {
  const found = await pickAll(tools, which);
  // Of those that are over only the last one matters.
  const active = found.filter(({ endedAt }) => endedAt === null);
  const [first, ...rest] = active.length > 0 ? active : found.slice(0, 1);
  if (rest.length > 0) {
    const list = active.map(each => `${each.target} (${each.id})`).join(', ');
    throw new CliError(`More than one preview is meant: ${list}.`, {
      code: 'PreviewAmbiguous',
      field: '--target',
      hint: 'Name one with -t, -n, --cluster or --id.',
    });
  }
  return first;
}

function named({ key, target, namespace, entity, cluster }: Which): string {
  return [key && `the key ${key}`, target, namespace, entity, cluster]
    .filter(Boolean)
    .join(', ');
}
