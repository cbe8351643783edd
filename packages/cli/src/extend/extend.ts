// SPDX-License-Identifier: Apache-2.0
import type { ChangeRequest } from '@preview-environments/backstage-plugin-preview-common';
import { CliError } from '../CliError';
import type { Context } from '../Context';
import { lifeText } from '../durations';
import { EXIT_CODES } from '../exitCodes';
import { type CommandOptions, portalCommand } from '../portalCommand';
import type { Which } from '../sessions/findSessions';
import { pickAll } from '../sessions/pick';

export interface ExtendOptions extends CommandOptions, Which {
  by?: string;
  ttl?: string;
  until?: string;
  pin?: boolean;
  unpin?: boolean;
  reason?: string;
}

/** Moves the end of every preview that is meant. */
export function run(context: Context, options: ExtendOptions): Promise<number> {
  return portalCommand(context, options, async tools => {
    const request = requestOf(options);
    for (const { id } of await pickAll(tools, options)) {
      const { session, cap } = await tools.portal.change(id, request);
      tools.output.emit({ type: 'changed', session, cap });
    }
    return EXIT_CODES.ok;
  });
}

/** @throws CliError unless exactly one new end is given */
function requestOf(options: ExtendOptions): ChangeRequest {
  const { by, ttl, until, pin, unpin, reason } = options;
  const ends: ChangeRequest[] = [
    ...(by ? [{ extendBy: lifeText(by) }] : []),
    ...(ttl && ttl !== 'infinite' ? [{ ttl: lifeText(ttl) }] : []),
    ...(until ? [{ expiresAt: until }] : []),
    ...(pin || ttl === 'infinite' ? [{ pinned: true }] : []),
    ...(unpin ? [{ pinned: false }] : []),
  ];
  if (ends.length !== 1) {
    throw new CliError('Give one new end.', {
      field: '--by',
      hint: 'Use one of --by 2h, --ttl 4h, --until 2030-01-31T18:00:00Z, --pin and --unpin.',
    });
  }
  return { ...ends[0], reason };
}
