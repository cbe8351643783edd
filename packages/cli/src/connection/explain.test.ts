// SPDX-License-Identifier: Apache-2.0
import { previewIn } from '../testUtils/recorder';

const ENV = { PREVIEW_PORTAL: 'https://p.example.com', PREVIEW_TOKEN: 't' };

const coded = (status: number, code: string, more: object = {}) =>
  new Response(
    JSON.stringify({
      error: {
        name: 'X',
        message: 'Sentence.',
        code,
        field: 'image',
        hint: 'Remedy.',
        retryable: false,
        ...more,
      },
      request: { method: 'GET', url: '/' },
      response: { statusCode: status },
    }),
    { status, headers: { 'Content-Type': 'application/json' } },
  );

const page = () =>
  new Response(JSON.stringify({ items: [], nextCursor: null }));

describe('what went wrong', () => {
  it.each<[number, string, () => Response]>([
    [2, 'InvalidImage', () => coded(400, 'InvalidImage')],
    [5, 'Unauthenticated', () => coded(401, 'Unauthenticated')],
    [4, 'NotEntityOwner', () => coded(403, 'NotEntityOwner')],
    [4, 'SessionNotFound', () => coded(404, 'SessionNotFound')],
    [4, 'QuotaPerUser', () => coded(429, 'QuotaPerUser')],
    [6, 'Frozen', () => coded(503, 'Frozen')],
    [5, 'Unauthenticated', () => new Response('', { status: 401 })],
    [6, 'NotAPortal', () => new Response('<html>', { status: 404 })],
    [6, 'NotAPortal', () => new Response('<html>', { status: 502 })],
  ])('ends with %d for %s', async (code, name, answer) => {
    const place = { env: ENV, fetch: async () => answer() };
    const call = await previewIn(place, 'status', '-o', 'json');
    expect(call).toMatchObject({ code, err: '' });
    expect(JSON.parse(call.out)).toMatchObject({
      type: 'error',
      error: { code: name },
      exitCode: code,
    });
  });

  it('is said as a sentence with field and remedy', async () => {
    const fetch = async () => coded(403, 'ImageNotAllowed');
    const call = await previewIn({ env: ENV, fetch }, 'status');
    expect(call).toEqual({
      code: 4,
      out: '',
      err: '✗ Sentence. (image)\n  Remedy.\n',
    });
  });

  it('cannot move the cursor', async () => {
    const message = 'a\u001b[2Jb\u0007c';
    const fetch = async () => coded(403, 'X', { message });
    const call = await previewIn({ env: ENV, fetch }, 'status');
    expect(call.err).toContain('✗ a[2Jbc (image)');
  });

  it.each([
    [[], 1, 6],
    [['--retry', '1'], 2, 6],
    [['--retry', '2'], 3, 0],
  ])('is tried again only when asked: %j', async (options, tries, code) => {
    let asked = 0;
    const fetch = async () =>
      ++asked < 3 ? coded(503, 'Frozen', { retryable: true }) : page();
    const call = await previewIn({ env: ENV, fetch }, 'status', ...options);
    expect([asked, call.code]).toEqual([tries, code]);
  });

  it('is not tried again where that cannot help', async () => {
    let asked = 0;
    const fetch = async () => {
      asked++;
      return coded(403, 'NotEntityOwner');
    };
    await previewIn({ env: ENV, fetch }, 'status', '--retry', '5');
    expect(asked).toBe(1);
  });
});
