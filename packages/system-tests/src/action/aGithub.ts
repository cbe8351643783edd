// SPDX-License-Identifier: Apache-2.0
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tokenIssuer } from '../backend/product';

const BEARER = 'only-for-this-job';

export type Github = Awaited<ReturnType<typeof aGithub>>;

/** Issues OIDC tokens to jobs, for whatever audience they ask. */
export async function aGithub() {
  const issuer = await tokenIssuer('nobody');
  const issued: string[] = [];
  const server = createServer(async (request, response) => {
    const url = new URL(request.url!, 'http://github');
    if (request.headers.authorization !== `Bearer ${BEARER}`) {
      response.writeHead(401).end();
      return;
    }
    const value = await issuer.token({
      sub: url.searchParams.get('for')!,
      aud: url.searchParams.get('audience')!,
    });
    issued.push(value);
    response.setHeader('Content-Type', 'application/json');
    response.end(JSON.stringify({ value }));
  });
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  return {
    issuer,
    /** Every token that was handed out. */
    issued,
    /** What a job with `id-token: write` finds in its environment. */
    job(sub: string): Record<string, string> {
      const query = new URLSearchParams({ for: sub });
      return {
        ACTIONS_ID_TOKEN_REQUEST_URL: `http://127.0.0.1:${port}/token?${query}`,
        ACTIONS_ID_TOKEN_REQUEST_TOKEN: BEARER,
      };
    },
    async stop() {
      await new Promise(done => server.close(done));
      await issuer.stop();
    },
  };
}
