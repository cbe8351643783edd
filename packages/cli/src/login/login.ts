// SPDX-License-Identifier: Apache-2.0
import { CliError } from '../CliError';
import type { PortalOptions } from '../connection/connect';
import { readCredentials, writeCredentials } from '../connection/credentials';
import { Portal } from '../connection/Portal';
import { portalUrl } from '../connection/portalUrl';
import type { Context } from '../Context';
import { EXIT_CODES } from '../exitCodes';
import { explained } from '../explained';

export interface LoginOptions extends PortalOptions {
  withToken?: boolean;
}

/** Keeps a token of a portal, once the portal has taken it. */
export function run(context: Context, options: LoginOptions): Promise<number> {
  return explained(context, options, async output => {
    const kept = readCredentials(context);
    const named = options.portal ?? context.env.PREVIEW_PORTAL ?? kept.current;
    if (!named) {
      throw new CliError('No portal is named.', {
        code: 'PortalUnknown',
        field: '--portal',
        hint: 'Give --portal https://portal.example.com',
      });
    }
    const portal = portalUrl(named, '--portal');
    const token = (await tokenOf(context, options)).trim();
    // Whoever may not even list previews cannot do anything with this token.
    await new Portal(context, { portal, token }).listSessions({ limit: 1 });
    const file = writeCredentials(context, {
      current: portal,
      portals: { ...kept.portals, [portal]: { token } },
    });
    output.text(() => [`Logged in to ${portal}. The token is in ${file}.`]);
    return EXIT_CODES.ok;
  });
}

async function tokenOf(
  context: Context,
  { token, withToken }: LoginOptions,
): Promise<string> {
  const given = token ?? (withToken ? context.stdin() : await asked(context));
  if (given.trim() === '') {
    throw new CliError('There is no token.', {
      code: 'NotSignedIn',
      field: '--with-token',
      hint: 'Give it on standard input, for example: backstage-cli auth print-token | preview login --with-token',
      exit: 'notSignedIn',
    });
  }
  return given;
}

async function asked(context: Context): Promise<string> {
  return context.terminal.interactive ? context.askSecret('Token: ') : '';
}
