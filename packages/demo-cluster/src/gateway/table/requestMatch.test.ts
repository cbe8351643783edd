// SPDX-License-Identifier: Apache-2.0
import { RouteMatch } from '../objects';
import { compileMatch, matchAccepts } from './requestMatch';

interface Sent {
  method?: string;
  target?: string;
  headers?: Record<string, string | string[]>;
}

function accepts(match: RouteMatch, sent: Sent = {}): boolean {
  const [path, search = ''] = (sent.target ?? '/').split('?');
  return matchAccepts(compileMatch(match), {
    host: 'shop.example.com',
    method: sent.method ?? 'GET',
    path,
    query: new URLSearchParams(search),
    headers: sent.headers ?? {},
  });
}

describe('paths', () => {
  it.each([
    ['PathPrefix', '/', '/', true],
    ['PathPrefix', '/', '/anything/else', true],
    ['PathPrefix', '/shop', '/shop', true],
    ['PathPrefix', '/shop', '/shop/', true],
    ['PathPrefix', '/shop', '/shop/cart', true],
    ['PathPrefix', '/shop', '/shops', false],
    ['PathPrefix', '/shop', '/Shop', false],
    ['PathPrefix', '/shop', '/', false],
    ['PathPrefix', '/shop/', '/shop', true],
    ['PathPrefix', '/shop/', '/shop/cart', true],
    ['PathPrefix', '/shop/', '/shops', false],
    ['Exact', '/shop', '/shop', true],
    ['Exact', '/shop', '/shop/', false],
    ['Exact', '/shop', '/shop/cart', false],
    ['RegularExpression', '/v[12]/cart', '/v1/cart', true],
    ['RegularExpression', '/v[12]/cart', '/v1/cart/7', false],
    ['RegularExpression', '/v[12]/cart', '/x/v1/cart', false],
    ['RegularExpression', '/a|/b', '/bc', false],
  ])('%s %s takes %s: %s', (type, value, target, expected) => {
    expect(accepts({ path: { type, value } }, { target })).toBe(expected);
  });

  it('takes every path where none is given', () => {
    expect(accepts({}, { target: '/any' })).toBe(true);
  });
});

describe('headers', () => {
  const exact = (name: string, value: string) => ({
    headers: [{ name, value }],
  });

  it.each<[string, RouteMatch, Record<string, string | string[]>, boolean]>([
    [
      'equal',
      exact('x-preview-key', 'pr-1'),
      { 'x-preview-key': 'pr-1' },
      true,
    ],
    [
      'a longer value',
      exact('x-preview-key', 'pr-1'),
      { 'x-preview-key': 'pr-12' },
      false,
    ],
    [
      'a shorter value',
      exact('x-preview-key', 'pr-12'),
      { 'x-preview-key': 'pr-1' },
      false,
    ],
    [
      'another case of the value',
      exact('x-preview-key', 'pr-1'),
      { 'x-preview-key': 'PR-1' },
      false,
    ],
    ['absent', exact('x-preview-key', 'pr-1'), {}, false],
    [
      'repeated',
      exact('x-preview-key', 'pr-1'),
      { 'x-preview-key': ['pr-1', 'pr-2'] },
      false,
    ],
    [
      'another case of the name',
      exact('X-Preview-Key', 'pr-1'),
      { 'x-preview-key': 'pr-1' },
      true,
    ],
  ])('%s', (_, match, headers, expected) => {
    expect(accepts(match, { headers })).toBe(expected);
  });

  it('wants all of several headers', () => {
    const match = {
      headers: [
        { name: 'a', value: '1' },
        { name: 'b', value: '2' },
      ],
    };
    expect(accepts(match, { headers: { a: '1', b: '2' } })).toBe(true);
    expect(accepts(match, { headers: { a: '1' } })).toBe(false);
  });

  it('looks only at the first of two entries of one name', () => {
    const match = {
      headers: [
        { name: 'x-preview-key', value: 'pr-1' },
        { name: 'X-Preview-Key', value: 'pr-2' },
      ],
    };
    expect(accepts(match, { headers: { 'x-preview-key': 'pr-1' } })).toBe(true);
    expect(accepts(match, { headers: { 'x-preview-key': 'pr-2' } })).toBe(
      false,
    );
    expect(compileMatch(match).headers).toHaveLength(1);
  });

  it.each([
    ['preview=pr-1', true],
    ['a=b,preview=pr-1', true],
    ['a=b, preview=pr-1;p=1,c=d', true],
    ['preview=pr-12', false],
    ['xpreview=pr-1', false],
    ['a=b;preview=pr-1', false],
    ['', false],
  ])('reads baggage %j by an anchored pattern: %s', (value, expected) => {
    const pattern =
      '^(?:.*,)?[ \\t]*preview[ \\t]*=[ \\t]*pr-1[ \\t]*(?:[;,].*)?$';
    const match = {
      headers: [{ name: 'baggage', type: 'RegularExpression', value: pattern }],
    };
    expect(accepts(match, { headers: { baggage: value } })).toBe(expected);
  });
});

describe('method and query', () => {
  it('compares the method', () => {
    expect(accepts({ method: 'POST' }, { method: 'POST' })).toBe(true);
    expect(accepts({ method: 'POST' })).toBe(false);
  });

  it.each([
    ['/?preview=pr-1', true],
    ['/?preview=pr-12', false],
    ['/?Preview=pr-1', false],
    ['/?preview=pr-1&preview=pr-2', true],
    ['/?preview=pr-2&preview=pr-1', false],
    ['/?preview=pr%2D1', true],
    ['/', false],
  ])(
    'compares the first value of a parameter of %s: %s',
    (target, expected) => {
      const match = { queryParams: [{ name: 'preview', value: 'pr-1' }] };
      expect(accepts(match, { target })).toBe(expected);
    },
  );
});

describe('what is not supported', () => {
  it.each<[string, RouteMatch]>([
    ['a path type', { path: { type: 'Glob', value: '/*' } }],
    ['a header type', { headers: [{ type: 'Prefix', name: 'a', value: 'b' }] }],
    [
      'a broken pattern',
      { headers: [{ type: 'RegularExpression', name: 'a', value: '(' }] },
    ],
  ])('%s is named in the error', (_, match) => {
    expect(() => compileMatch(match)).toThrow(/Glob|Prefix|\(/);
  });
});
