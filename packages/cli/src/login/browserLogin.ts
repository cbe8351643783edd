// SPDX-License-Identifier: Apache-2.0
import { createHash } from 'node:crypto';
import type { Login } from '../connection/credentials';
import { askForToken } from '../connection/tokens';
import type { Context } from '../Context';
import type { Output } from '../output/Output';
import { awaitCallback } from './callback';

const PATIENCE = 30_000;

/** What the portal says of the client that it has for commands. */
interface Client {
  client_id: string;
  redirect_uris: string[];
  scope?: string;
}

/**
 * Logs in with the browser, where the portal offers it: an authorization code
 * with PKCE for the client that Backstage has for its own command.
 *
 * @returns `null` where it is not offered
 */
export async function browserLogin(
  context: Context,
  output: Output,
  portal: string,
): Promise<Login | null> {
  const auth = `${portal}/api/auth`;
  const answer = await context.fetch(
    `${auth}/.well-known/oauth-client/cli.json`,
    { signal: AbortSignal.timeout(PATIENCE) },
  );
  const client: Client | null = answer.ok ? await answer.json() : null;
  const redirectUri = client?.redirect_uris?.find(isLoopback);
  if (!client || !redirectUri) {
    return null;
  }
  const secret = () => `${context.randomId()}${context.randomId()}`;
  const [state, verifier] = [secret(), secret()];
  const query = new URLSearchParams({
    client_id: client.client_id,
    redirect_uri: redirectUri,
    response_type: 'code',
    scope: client.scope ?? 'openid offline_access',
    state,
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
  });
  const url = `${auth}/v1/authorize?${query}`;
  const callback = await awaitCallback(redirectUri, state);
  try {
    output.text(() => ['Go on in the browser, or open this address:', url]);
    await context.browse(url);
    return await askForToken(context, portal, {
      grant_type: 'authorization_code',
      code: await callback.code(),
      redirect_uri: redirectUri,
      code_verifier: verifier,
    });
  } finally {
    await callback.close();
  }
}

/** The code may only ever be sent to this machine. */
function isLoopback(uri: string): boolean {
  const { protocol, hostname } = new URL(uri);
  return protocol === 'http:' && ['127.0.0.1', 'localhost'].includes(hostname);
}
