// SPDX-License-Identifier: Apache-2.0
import { acceptsOf } from './filter';

const request = (headers: Record<string, string>, path = '/payments') => ({
  host: 'localhost',
  method: 'GET',
  path,
  query: new URLSearchParams('a=1'),
  headers,
});
const KEY = { 'x-preview-key': 'pr-1' };

it.each<[string, object | null, Parameters<typeof request>, boolean]>([
  ['takes everything without a filter', null, [{}], true],
  [
    'finds a header',
    { header_filter: '^X-Preview-Key: pr-1$' },
    [{ host: 'shop', ...KEY }],
    true,
  ],
  [
    'leaves a longer value alone',
    { header_filter: '^X-Preview-Key: pr-1$' },
    [{ 'x-preview-key': 'pr-12' }],
    false,
  ],
  [
    'ignores filters that are null',
    { header_filter: null, path_filter: '^/pay' },
    [{}],
    true,
  ],
  ['looks at the query', { path_filter: 'a=1$' }, [{}], true],
  ['looks at the method', { method_filter: '^post$' }, [{}], false],
  [
    'wants all',
    { all_of: [{ header: 'pr-1' }, { path: '/other' }] },
    [KEY],
    false,
  ],
  [
    'wants any',
    { any_of: [{ header: 'pr-1' }, { method: 'POST' }] },
    [KEY],
    true,
  ],
])('%s', (_, filter, [headers, path], taken) => {
  const accepts = acceptsOf(filter && JSON.stringify(filter));
  expect(accepts(request(headers, path))).toBe(taken);
});

it.each([
  [{ body_filter: { body: 'json' } }, 'header, path and method only'],
  [{ all_of: [{ query: '.a' }] }, 'header, path and method only'],
  [{ header_filter: '(' }, 'Invalid regular expression'],
])('refuses %j', (filter, words) => {
  expect(() => acceptsOf(JSON.stringify(filter))).toThrow(words);
});
