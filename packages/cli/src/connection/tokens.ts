// SPDX-License-Identifier: Apache-2.0
import { ResponseError } from '@backstage/errors';
import { CliError } from '../CliError';
import type { Context } from '../Context';
import type { Connection } from './connect';
import { type Login, readCredentials, writeCredentials } from './credentials';
import { explain } from './explain';

/** A token that ends so soon is not used any more. */
const TOO_SOON = 60_000;

const PATIENCE = 30_000;

interface TokenAnswer {
  access_token: string;
  refresh_token?: string;
  /** Seconds. */
  expires_in?: number;
}

/** Asks the portal for a token. @throws ResponseError */
export async function askForToken(
  { fetch, clock }: Pick<Context, 'fetch' | 'clock'>,
  portal: string,
  grant: Record<string, string>,
): Promise<Login> {
  const response = await fetch(`${portal}/api/auth/v1/token`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(grant),
    signal: AbortSignal.timeout(PATIENCE),
  });
  if (!response.ok) {
    throw await ResponseError.fromResponse(response);
  }
  const answer = (await response.json()) as TokenAnswer;
  return {
    token: answer.access_token,
    ...(answer.refresh_token && { refreshToken: answer.refresh_token }),
    ...(answer.expires_in && {
      expiresAt: clock.now() + answer.expires_in * 1000,
    }),
  };
}

/**
 * The connection with a token that still counts: a kept one that has ended is
 * replaced, where the login allows it.
 *
 * @throws CliError when somebody has to log in again
 */
export async function refreshed(
  context: Context,
  { portal, token, login }: Connection,
): Promise<Connection> {
  const { refreshToken, expiresAt = Infinity } = login ?? {};
  if (!refreshToken || expiresAt - context.clock.now() > TOO_SOON) {
    return { portal, token };
  }
  try {
    const fresh = await askForToken(context, portal, {
      grant_type: 'refresh_token',
      refresh_token: refreshToken,
    });
    const kept = readCredentials(context);
    const next = { refreshToken, ...fresh };
    writeCredentials(context, {
      ...kept,
      portals: { ...kept.portals, [portal]: next },
    });
    return { portal, token: fresh.token };
  } catch (error) {
    if (explain(error, portal).error.retryable) {
      throw error;
    }
    throw new CliError(`The login at ${portal} has ended.`, {
      code: 'NotSignedIn',
      hint: `Run preview login --portal ${portal}.`,
      exit: 'notSignedIn',
    });
  }
}
