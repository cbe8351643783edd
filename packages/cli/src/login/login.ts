// SPDX-License-Identifier: Apache-2.0
import { CliError } from '../CliError';
import type { PortalOptions } from '../connection/connect';
import {
  type Login,
  readCredentials,
  writeCredentials,
} from '../connection/credentials';
import { Portal } from '../connection/Portal';
import { portalUrl } from '../connection/portalUrl';
import type { Context } from '../Context';
import { EXIT_CODES } from '../exitCodes';
import { explained } from '../explained';
import type { Output } from '../output/Output';
import { browserLogin } from './browserLogin';

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
    const login = await loginOf(context, output, portal, options);
    // Whoever may not even list previews cannot do anything with this token.
    const connection = { portal, token: login.token };
    await new Portal(context, connection).listSessions({ limit: 1 });
    const file = writeCredentials(context, {
      current: portal,
      portals: { ...kept.portals, [portal]: login },
    });
    output.text(() => [`Logged in to ${portal}. The token is in ${file}.`]);
    return EXIT_CODES.ok;
  });
}

/** A token that is given, else the browser, else a person who types it. */
async function loginOf(
  context: Context,
  output: Output,
  portal: string,
  { withToken }: LoginOptions,
): Promise<Login> {
  const { interactive } = context.terminal;
  const login =
    interactive && !withToken
      ? await browserLogin(context, output, portal)
      : null;
  if (login) {
    return login;
  }
  const asked =
    interactive && !withToken ? await context.askSecret('Token: ') : '';
  const token = (withToken ? context.stdin() : asked).trim();
  if (token === '') {
    throw new CliError('There is no token.', {
      code: 'NotSignedIn',
      field: '--with-token',
      hint: 'Give it on standard input: preview login --with-token < FILE',
      exit: 'notSignedIn',
    });
  }
  return { token };
}
