// SPDX-License-Identifier: Apache-2.0
import { previewIn } from '../testUtils/recorder';

const ENV = { PREVIEW_PORTAL: 'https://p.example.com', PREVIEW_TOKEN: 't' };

const session = (id: string, target: string, endedAt: string | null) => ({
  id,
  target,
  endedAt,
  key: 'pr-7',
});

const listing = (...items: object[]) => ({
  env: ENV,
  fetch: async () => new Response(JSON.stringify({ items, nextCursor: null })),
});

describe('the preview that is meant', () => {
  it.each([
    ['none is named', [], [], 2, /It is not said which preview/],
    ['none is found', ['-k', 'pr-7'], [], 4, /found for the key pr-7/],
    [
      'several are active',
      ['-k', 'pr-7'],
      [session('1', 'deployment/a', null), session('2', 'deployment/b', null)],
      2,
      /deployment\/a \(1\), deployment\/b \(2\)/,
    ],
  ])('is asked for where %s', async (_, options, items, code, message) => {
    const call = await previewIn(listing(...items), 'open', ...options);
    expect(call).toMatchObject({ code, out: '' });
    expect(call.err).toMatch(message);
  });

  it.each([
    ['the active one', [session('1', 'a', '2030'), session('2', 'a', null)], 2],
    ['the last one', [session('3', 'a', '2031'), session('4', 'a', '2030')], 3],
  ])('is %s of many', async (_, items, id) => {
    const call = await previewIn(listing(...items), 'open', '-k', 'pr-7');
    expect(call.out).toBe(`https://p.example.com/previews/sessions/${id}\n`);
  });
});
