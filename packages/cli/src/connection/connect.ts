// SPDX-License-Identifier: Apache-2.0
import { CliError } from '../CliError';
import type { Context } from '../Context';
import { type Credentials, type Login, readCredentials } from './credentials';
import { portalUrl } from './portalUrl';

/** Options of every command that asks the portal. */
export interface PortalOptions {
  portal?: string;
  token?: string;
  /** How often to ask again where that may help. */
  retry?: number;
}

/** The portal to ask, and as whom. */
export interface Connection {
  portal: string;
  token: string;
  /** What was kept, where the token is of it. */
  login?: Login;
}

/**
 * Options first, then the environment, then what `preview login` kept. A kept
 * token only ever goes to the portal that it is of.
 *
 * @throws CliError without a portal or a token
 */
export function connect(
  context: Pick<Context, 'env' | 'home'>,
  options: PortalOptions,
): Connection {
  const { env } = context;
  const named = namedPortal(options, env);
  const given = options.token ?? (env.PREVIEW_TOKEN || undefined);
  const kept: Credentials =
    named && given ? { current: null, portals: {} } : readCredentials(context);
  const portal = named ?? kept.current;
  if (!portal) {
    throw new CliError('No portal is named.', {
      code: 'PortalUnknown',
      field: '--portal',
      hint: 'Give --portal or PREVIEW_PORTAL, or run preview login.',
    });
  }
  const token = given ?? kept.portals[portal]?.token;
  if (!token) {
    throw new CliError(`There is no token for ${portal}.`, {
      code: 'NotSignedIn',
      field: '--token',
      hint: `Run preview login --portal ${portal}, or set PREVIEW_TOKEN.`,
      exit: 'notSignedIn',
    });
  }
  if (/\s/.test(token)) {
    throw new CliError('The token has blanks or line breaks in it.', {
      field: '--token',
      hint: 'Copy it as one word.',
      exit: 'notSignedIn',
    });
  }
  return given
    ? { portal, token }
    : { portal, token, login: kept.portals[portal] };
}

function namedPortal(
  { portal }: PortalOptions,
  env: Context['env'],
): string | null {
  if (portal !== undefined) {
    return portalUrl(portal, '--portal');
  }
  return env.PREVIEW_PORTAL
    ? portalUrl(env.PREVIEW_PORTAL, 'PREVIEW_PORTAL')
    : null;
}
