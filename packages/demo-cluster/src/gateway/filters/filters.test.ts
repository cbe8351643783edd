// SPDX-License-Identifier: Apache-2.0
import { RouteFilter, RouteRule } from '../objects';
import { checkFilters } from './check';
import { endToEnd, modifyHeaders } from './headers';
import { modifyPath } from './paths';
import { redirectAnswer } from './redirect';

describe('replacing a prefix', () => {
  it.each([
    ['/foo/bar', '/foo', '/xyz', '/xyz/bar'],
    ['/foo/bar', '/foo', '/xyz/', '/xyz/bar'],
    ['/foo/bar', '/foo/', '/xyz', '/xyz/bar'],
    ['/foo/bar', '/foo/', '/xyz/', '/xyz/bar'],
    ['/foo', '/foo', '/xyz', '/xyz'],
    ['/foo/', '/foo', '/xyz', '/xyz/'],
    ['/foo/bar', '/foo', '', '/bar'],
    ['/foo/', '/foo', '', '/'],
    ['/foo', '/foo', '', '/'],
    ['/foo/', '/foo', '/', '/'],
    ['/foo', '/foo', '/', '/'],
    ['/foo', '/', '/xyz', '/xyz/foo'],
  ])('%s: %s by %j gives %s', (path, prefix, replacement, expected) => {
    const modifier = {
      type: 'ReplacePrefixMatch',
      replacePrefixMatch: replacement,
    };
    expect(modifyPath(path, modifier, prefix)).toBe(expected);
  });

  it('replaces the whole path', () => {
    const modifier = { type: 'ReplaceFullPath', replaceFullPath: '/one' };
    expect(modifyPath('/foo/bar', modifier, '/foo')).toBe('/one');
  });
});

describe('redirects', () => {
  const request = {
    host: 'shop.example.com',
    path: '/cart/1',
    search: '?x=1',
    listenerPort: 8080,
    matchedPrefix: '/cart',
  };

  it.each<[string, NonNullable<RouteFilter['requestRedirect']>, string]>([
    ['nothing given', {}, 'http://shop.example.com:8080/cart/1?x=1'],
    ['https', { scheme: 'https' }, 'https://shop.example.com/cart/1?x=1'],
    ['http by name', { scheme: 'http' }, 'http://shop.example.com/cart/1?x=1'],
    [
      'a port',
      { scheme: 'https', port: 8443 },
      'https://shop.example.com:8443/cart/1?x=1',
    ],
    ['a usual port', { port: 80 }, 'http://shop.example.com/cart/1?x=1'],
    [
      'a hostname',
      { hostname: 'new.example.com' },
      'http://new.example.com:8080/cart/1?x=1',
    ],
    [
      'a prefix',
      { path: { type: 'ReplacePrefixMatch', replacePrefixMatch: '/basket' } },
      'http://shop.example.com:8080/basket/1?x=1',
    ],
  ])('%s', (_, filter, location) => {
    expect(redirectAnswer(filter, request)).toEqual({
      statusCode: 302,
      location,
    });
  });
});

describe('headers', () => {
  it('overwrites, appends and removes without regard to case', () => {
    const lines = modifyHeaders(
      [
        ['X-A', '1'],
        ['x-a', '2'],
        ['Vary', 'Accept'],
        ['X-Gone', '1'],
      ],
      {
        set: [{ name: 'x-a', value: '3' }],
        add: [{ name: 'vary', value: 'x-preview-key' }],
        remove: ['x-gone'],
      },
    );
    expect(lines).toEqual([
      ['Vary', 'Accept'],
      ['x-a', '3'],
      ['vary', 'x-preview-key'],
    ]);
  });

  it('keeps only what goes from end to end', () => {
    const lines = endToEnd([
      ['Connection', 'Keep-Alive, X-Mine'],
      ['Keep-Alive', 'timeout=5'],
      ['X-Mine', '1'],
      ['Transfer-Encoding', 'chunked'],
      ['Host', 'shop'],
    ]);
    expect(lines).toEqual([['Host', 'shop']]);
  });
});

describe('rules that cannot be honoured', () => {
  const rewrite = (type: string): RouteFilter => ({
    type: 'URLRewrite',
    urlRewrite: { path: { type, replacePrefixMatch: '/' } },
  });
  const redirect: RouteFilter = {
    type: 'RequestRedirect',
    requestRedirect: {},
  };
  const header = { type: 'RequestHeaderModifier' };

  it.each<[string, RouteRule, string | undefined]>([
    [
      'all supported filters',
      {
        filters: [
          header,
          rewrite('ReplacePrefixMatch'),
          { type: 'RequestMirror' },
          { type: 'RequestMirror' },
        ],
      },
      undefined,
    ],
    [
      'an extension',
      { filters: [{ type: 'ExtensionRef' }] },
      'UnsupportedValue',
    ],
    [
      'a filter of the future',
      { filters: [{ type: 'Teleport' }] },
      'UnsupportedValue',
    ],
    ['a repeated filter', { filters: [header, header] }, 'IncompatibleFilters'],
    [
      'rewrite and redirect',
      { filters: [rewrite('ReplacePrefixMatch'), redirect] },
      'IncompatibleFilters',
    ],
    [
      'an unknown path modifier',
      { filters: [rewrite('Reverse')] },
      'UnsupportedValue',
    ],
    [
      'a prefix replaced in an exact match',
      {
        matches: [{ path: { type: 'Exact', value: '/a' } }],
        filters: [rewrite('ReplacePrefixMatch')],
      },
      'IncompatibleFilters',
    ],
    [
      'a rewrite on a backend',
      {
        backendRefs: [{ name: 'a', filters: [rewrite('ReplacePrefixMatch')] }],
      },
      'UnsupportedValue',
    ],
  ])('%s', (_, rule, reason) => {
    expect(checkFilters(rule)?.reason).toBe(reason);
  });
});
