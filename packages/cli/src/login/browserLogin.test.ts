// SPDX-License-Identifier: Apache-2.0
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readCredentials } from '../connection/credentials';
import { previewIn } from '../testUtils/recorder';

const PORTAL = 'https://p.example.com';
const HOUR = 3_600_000;

let home: string;
let redirectUri: string;

beforeEach(async () => {
  home = mkdtempSync(join(tmpdir(), 'preview-cli-'));
  const probe = createServer().listen(0, '127.0.0.1');
  await new Promise(done => probe.once('listening', done));
  const { port } = probe.address() as AddressInfo;
  await new Promise(done => probe.close(done));
  redirectUri = `http://127.0.0.1:${port}/callback`;
});
afterEach(() => rmSync(home, { recursive: true }));

/** A portal that grants what it is asked for; `grants` has what it was. */
function aPortal({ redirect = redirectUri, refuses = false } = {}) {
  const grants: any[] = [];
  const tokens: (string | null)[] = [];
  let challenge = '';
  const json = (body: object, status = 200) =>
    new Response(JSON.stringify(body), { status });
  const fetch = (async (input: string, init: RequestInit = {}) => {
    const { pathname } = new URL(input);
    if (pathname.endsWith('/cli.json')) {
      return json({ client_id: 'https://c', redirect_uris: [redirect] });
    }
    if (pathname === '/api/auth/v1/token') {
      const grant = JSON.parse(String(init.body));
      grants.push(grant);
      return refuses && grant.grant_type === 'refresh_token'
        ? json({ error: 'invalid_grant' }, 400)
        : json({
            access_token: `token-${grants.length}`,
            refresh_token: `refresh-${grants.length}`,
            expires_in: 3600,
          });
    }
    tokens.push(new Headers(init.headers).get('authorization'));
    return json({ items: [], nextCursor: null });
  }) as typeof globalThis.fetch;
  /** The person allows it; somebody else tries with another state first. */
  const browse = async (url: string) => {
    const asked = new URL(url).searchParams;
    challenge = asked.get('code_challenge')!;
    const back = new URL(asked.get('redirect_uri')!);
    back.search = 'code=forged&state=forged';
    expect((await globalThis.fetch(back)).status).toBe(400);
    back.search = `code=right&state=${asked.get('state')}`;
    expect((await globalThis.fetch(back)).status).toBe(200);
  };
  const place = { home, fetch, browse, interactive: true };
  return { place, grants, tokens, challenge: () => challenge };
}

describe('preview login with the browser', () => {
  it('exchanges the code, and renews the token when it has ended', async () => {
    const portal = aPortal();
    const call = await previewIn(portal.place, 'login', '--portal', PORTAL);
    expect(call).toMatchObject({ code: 0, err: '' });
    const [{ code_verifier: verifier, ...grant }] = portal.grants;
    expect(grant).toEqual({
      grant_type: 'authorization_code',
      code: 'right',
      redirect_uri: redirectUri,
    });
    const hash = createHash('sha256').update(verifier).digest('base64url');
    expect(portal.challenge()).toBe(hash);

    await previewIn(portal.place, 'status');
    await previewIn({ ...portal.place, later: HOUR }, 'status');
    expect(portal.grants[1]).toEqual({
      grant_type: 'refresh_token',
      refresh_token: 'refresh-1',
    });
    expect(portal.tokens).toEqual([
      'Bearer token-1',
      'Bearer token-1',
      'Bearer token-2',
    ]);
    const { portals } = readCredentials({ home, env: {} });
    expect(portals[PORTAL]).toMatchObject({ refreshToken: 'refresh-2' });
  });

  it('asks to log in again when the portal renews no more', async () => {
    const portal = aPortal({ refuses: true });
    await previewIn(portal.place, 'login', '--portal', PORTAL);
    const call = await previewIn({ ...portal.place, later: HOUR }, 'status');
    expect(call.code).toBe(5);
    expect(call.err).toContain(`The login at ${PORTAL} has ended.`);
  });

  it('has the code sent to this machine only', async () => {
    const portal = aPortal({ redirect: 'https://elsewhere.example.com/' });
    const call = await previewIn(
      { ...portal.place, stdin: 'typed' },
      ...['login', '--portal', PORTAL],
    );
    expect(call.code).toBe(0);
    expect(portal.grants).toEqual([]);
    expect(portal.tokens).toEqual(['Bearer typed']);
  });
});
