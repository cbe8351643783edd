// SPDX-License-Identifier: Apache-2.0
import {
  defaultFilter,
  filterFingerprint,
  filterHeaders,
  isReachedByHeaders,
  type RequestFilter,
} from './filter';
import { formatFilter } from './formatFilter';
import { parseFilter } from './parseFilter';

const header = (name: string, value: string) =>
  ({ type: 'header', name, value } as const);

describe('parseFilter', () => {
  it('keeps the value and lower-cases the name', () => {
    expect(parseFilter(header('X-Preview-Key', 'pr-1 A'))).toEqual(
      header('x-preview-key', 'pr-1 A'),
    );
  });

  it.each(['', 'x key', 'x:key', 'x\nkey', 'schlüssel', 'x'.repeat(257)])(
    'refuses the header name %j',
    name => {
      expect(() => parseFilter(header(name, 'pr-1'))).toThrow(
        expect.objectContaining({
          code: 'InvalidFilter',
          field: 'traffic.filter.name',
        }),
      );
    },
  );

  it.each([
    '',
    ' pr-1',
    'pr-1 ',
    'pr-1\r\nx-admin: 1',
    'pr-1\n',
    'pr\u0000',
    'pr\t1',
    'prä',
    'x'.repeat(4097),
  ])('refuses the header value %j', value => {
    expect(() => parseFilter(header('x-preview-key', value))).toThrow(
      expect.objectContaining({
        code: 'InvalidFilter',
        field: 'traffic.filter.value',
      }),
    );
  });
});

describe('filterFingerprint', () => {
  it('is equal for filters that match the same requests', () => {
    expect(filterFingerprint(header('X-Preview-Key', 'a'), 'k')).toBe(
      filterFingerprint(header('x-preview-key', 'a'), 'k'),
    );
  });

  it.each([
    [header('x-a', 'b=c'), header('x-a', 'b')],
    [header('x-a', 'B'), header('x-a', 'b')],
    [header('x-a', 'b'), header('x-b', 'b')],
  ])('differs where requests differ: %j, %j', (one, other) => {
    expect(filterFingerprint(one, 'k')).not.toBe(filterFingerprint(other, 'k'));
  });
});

const regex = { type: 'header-regex', pattern: 'x: k' } as const;
const path = { type: 'path', pattern: '^/k/' } as const;

describe('parseFilter of other forms', () => {
  it.each<RequestFilter>([
    regex,
    path,
    { type: 'header-jq', query: '.a' },
    { type: 'method', method: 'POST' },
    { type: 'json-body', query: '$.a', matches: 'b' },
    { type: 'all-of', filters: [regex, path] },
    { type: 'any-of', filters: [header('x-a', 'b')] },
    { type: 'mirrord-default' },
  ])('takes %j as it is', filter => {
    expect(parseFilter(filter)).toEqual(filter);
  });

  const long = 'x'.repeat(4097);
  it.each<[object, string]>([
    [{ type: 'cookie' }, 'type'],
    [{ type: 'header', name: 'x' }, 'value'],
    [{ type: 'header-regex' }, 'pattern'],
    [{ ...regex, name: 'x' }, 'name'],
    [{ ...regex, pattern: '(' }, 'pattern'],
    [{ ...regex, pattern: long }, 'pattern'],
    [{ type: 'mirrord-default', value: 'x' }, 'value'],
    [{ type: 'method', method: 'GET /' }, 'method'],
    [{ type: 'header-jq', query: ' ' }, 'query'],
    [{ type: 'header-jq', query: long }, 'query'],
    [{ type: 'json-body', query: 'a', matches: 'b' }, 'query'],
    [{ type: 'json-body', query: '$.a', matches: '*' }, 'matches'],
    [{ type: 'all-of', filters: [] }, 'filters'],
    [{ type: 'all-of', filters: Array(21).fill(path) }, 'filters'],
    [
      { type: 'all-of', filters: [path, { type: 'path' }] },
      'filters[1].pattern',
    ],
    [
      { type: 'any-of', filters: [{ type: 'all-of', filters: [] }] },
      'filters[0]',
    ],
    [{ type: 'any-of', filters: [{ type: 'mirrord-default' }] }, 'filters[0]'],
  ])('refuses %j and names %s', (filter, field) => {
    expect(() => parseFilter(filter as RequestFilter)).toThrow(
      expect.objectContaining({
        code: 'InvalidFilter',
        field: `traffic.filter.${field}`,
      }),
    );
  });
});

describe('filterFingerprint of other forms', () => {
  it('does not depend on the order of members, and differs with any', () => {
    const one = filterFingerprint(
      { pattern: 'x: k', type: 'header-regex' },
      'k',
    );
    expect(filterFingerprint(regex, 'k')).toBe(one);
    expect(filterFingerprint(path, 'k')).not.toBe(one);
  });

  it('is another one under each key where the key is all there is', () => {
    const own = { type: 'mirrord-default' } as const;
    expect(filterFingerprint(own, 'a')).not.toBe(filterFingerprint(own, 'b'));
  });

  it('fits into an index however long the filter is', () => {
    const value = 'x'.repeat(4000);
    const long = filterFingerprint(header('x-a', value), 'k');
    expect(long.length).toBeLessThan(200);
    expect(long).not.toBe(filterFingerprint(header('x-b', value), 'k'));
  });
});

describe('filterHeaders', () => {
  const a = header('x-a', 'k');
  it.each<[RequestFilter | null, Record<string, string>, boolean]>([
    [defaultFilter('pr-1'), { 'x-preview-key': 'pr-1' }, true],
    [null, {}, true],
    [{ type: 'mirrord-default' }, { baggage: 'mirrord-session=k' }, true],
    [{ type: 'all-of', filters: [a, path] }, { 'x-a': 'k' }, false],
    [{ type: 'all-of', filters: [a] }, { 'x-a': 'k' }, true],
    [{ type: 'any-of', filters: [path, a] }, { 'x-a': 'k' }, true],
    [{ type: 'any-of', filters: [path] }, {}, false],
    [regex, {}, false],
  ])('of %j', (filter, headers, enough) => {
    expect(filterHeaders(filter, 'k')).toEqual(headers);
    expect(isReachedByHeaders(filter)).toBe(enough);
  });
});

describe('formatFilter', () => {
  it.each<[RequestFilter, string]>([
    [header('x-a', 'k'), 'x-a: k'],
    [regex, 'header ~ x: k'],
    [{ type: 'header-jq', query: '.a' }, 'headers | .a'],
    [{ type: 'json-body', query: '$.a', matches: 'b' }, 'body $.a ~ b'],
    [
      { type: 'all-of', filters: [{ type: 'method', method: 'GET' }, path] },
      'method GET and path ~ ^/k/',
    ],
    [
      { type: 'any-of', filters: [path, regex] },
      'path ~ ^/k/ or header ~ x: k',
    ],
    [{ type: 'mirrord-default' }, 'baggage ~ mirrord-session=k'],
  ])('says %j as %s', (filter, text) => {
    expect(formatFilter(filter, 'k')).toBe(text);
  });
});
