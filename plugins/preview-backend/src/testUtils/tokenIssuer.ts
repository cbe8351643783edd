// SPDX-License-Identifier: Apache-2.0
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

const ALGORITHM = 'RS256';

export interface Claims {
  sub: string;
  iss?: string;
  aud?: string;
  /** Seconds from now. */
  exp?: number;
}

/** Issues OIDC tokens as GitHub does for its workflows; keys over HTTP. */
export async function tokenIssuer(audience: string) {
  const { publicKey, privateKey } = await generateKeyPair(ALGORITHM);
  const forger = await generateKeyPair(ALGORITHM);
  const jwk = { ...(await exportJWK(publicKey)), kid: 'one', alg: ALGORITHM };
  const server = createServer((_, response) => {
    response.setHeader('Content-Type', 'application/json');
    response.end(JSON.stringify({ keys: [jwk] }));
  });
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  const issuer = `http://127.0.0.1:${port}`;
  const sign = (key: typeof privateKey, claims: Claims) =>
    new SignJWT({ repository_visibility: 'private' })
      .setProtectedHeader({ alg: ALGORITHM, kid: 'one' })
      .setSubject(claims.sub)
      .setIssuer(claims.iss ?? issuer)
      .setAudience(claims.aud ?? audience)
      .setIssuedAt()
      .setExpirationTime(`${claims.exp ?? 300}s`)
      .sign(key);
  return {
    url: `${issuer}/.well-known/jwks`,
    issuer,
    token: (claims: Claims) => sign(privateKey, claims),
    /** Signed by somebody else under the same key id. */
    forged: (claims: Claims) => sign(forger.privateKey, claims),
    stop: () => new Promise(done => server.close(done)),
  };
}
