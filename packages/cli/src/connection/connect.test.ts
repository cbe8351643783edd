// SPDX-License-Identifier: Apache-2.0
import {
  chmodSync,
  mkdtempSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { preview, previewIn } from '../testUtils/recorder';
import { connect } from './connect';
import { credentialsFile, writeCredentials } from './credentials';

let home: string;
const PORTAL = 'https://portal.example.com';
const OTHER = 'https://other.example.com';

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'preview-cli-'));
});
afterEach(() => rmSync(home, { recursive: true }));

const keep = () =>
  writeCredentials(
    { home, env: {} },
    { current: PORTAL, portals: { [PORTAL]: { token: 'kept' } } },
  );

describe('connect', () => {
  it.each<[string, object, Record<string, string>, object]>([
    ['what was kept', {}, {}, { portal: PORTAL, token: 'kept' }],
    [
      'the environment',
      {},
      { PREVIEW_PORTAL: `${OTHER}/`, PREVIEW_TOKEN: 'env' },
      { portal: OTHER, token: 'env' },
    ],
    [
      'options',
      { portal: OTHER, token: 'option' },
      { PREVIEW_PORTAL: 'x', PREVIEW_TOKEN: 'env' },
      { portal: OTHER, token: 'option' },
    ],
    [
      'the kept token of the portal that is named',
      { portal: `${PORTAL}/` },
      {},
      { portal: PORTAL, token: 'kept' },
    ],
  ])('takes %s', (_, options, env, wanted) => {
    keep();
    expect(connect({ home, env }, options)).toMatchObject(wanted);
  });

  it('never sends a kept token to another portal', () => {
    keep();
    expect(() => connect({ home, env: {} }, { portal: OTHER })).toThrow(
      expect.objectContaining({ code: 'NotSignedIn', exitCode: 5 }),
    );
  });

  it.each([['portal.example.com'], ['ftp://x'], ['https://me:pw@x'], ['']])(
    'refuses the portal %j',
    portal => {
      expect(() => connect({ home, env: {} }, { portal, token: 'x' })).toThrow(
        expect.objectContaining({ field: '--portal', exitCode: 2 }),
      );
    },
  );

  it('does not use a file that others can read', () => {
    chmodSync(keep(), 0o640);
    expect(() => connect({ home, env: {} }, {})).toThrow(
      expect.objectContaining({
        code: 'CredentialsExposed',
        hint: expect.stringContaining('chmod 600'),
      }),
    );
  });

  it('quotes nothing of a file that is none', () => {
    const file = keep();
    writeFileSync(file, '{"secret": ');
    expect(() => connect({ home, env: {} }, {})).toThrow(
      expect.objectContaining({
        code: 'CredentialsUnreadable',
        message: expect.not.stringContaining('secret'),
      }),
    );
  });
});

describe('preview login', () => {
  const answers = (status: number, body: object) => async () =>
    new Response(JSON.stringify(body), { status });
  const page = { items: [], nextCursor: null };

  it('keeps a token that the portal takes, for the person only', async () => {
    const asked: [string, string | null][] = [];
    const place = {
      home,
      stdin: 'secret-token\n',
      fetch: (async (url: string, init: RequestInit) => {
        const headers = new Headers(init.headers);
        asked.push([url, headers.get('authorization')]);
        return new Response(JSON.stringify(page));
      }) as typeof fetch,
    };
    const call = await previewIn(
      place,
      ...['login', '--portal', PORTAL, '--with-token'],
    );
    expect(call).toMatchObject({ code: 0, err: '' });
    expect(call.out).not.toContain('secret-token');
    const file = credentialsFile({ home, env: {} });
    expect(statSync(file).mode & 0o777).toBe(0o600);
    await previewIn(place, 'status');
    expect(asked).toEqual([
      [`${PORTAL}/api/preview/v1/sessions?limit=1`, 'Bearer secret-token'],
      [
        `${PORTAL}/api/preview/v1/sessions?active=true&limit=200`,
        'Bearer secret-token',
      ],
    ]);
    expect(await previewIn(place, 'logout')).toMatchObject({ code: 0 });
    expect(await previewIn(place, 'status')).toMatchObject({ code: 2 });
  });

  it('keeps none that it does not take', async () => {
    const fetch = answers(401, { error: { message: 'no' } });
    const call = await previewIn(
      { home, stdin: 'x', fetch },
      ...['login', '--portal', PORTAL, '--with-token'],
    );
    expect(call).toMatchObject({ code: 5, out: '' });
    expect(
      statSync(credentialsFile({ home, env: {} }), { throwIfNoEntry: false }),
    ).toBe(undefined);
  });

  it('asks nobody where nobody looks', async () => {
    const call = await preview('login', '--portal', PORTAL);
    expect(call.code).toBe(5);
    expect(call.err).toContain('There is no token.');
  });
});
