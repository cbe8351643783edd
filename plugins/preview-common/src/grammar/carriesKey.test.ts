// SPDX-License-Identifier: Apache-2.0
import { boundKey, filterCarriesKey, patternCarriesKey } from './carriesKey';
import type { RequestFilter } from './filter';
import { checkPattern } from './pattern';

describe('patternCarriesKey', () => {
  it.each([
    'pr-1',
    '^x-preview-key: pr-1$',
    'baggage: .*mirrord-session=pr-1.*',
    '^baggage: .*mirrord-session=pr-1(;|,|$)',
    '^x-(a: pr-1|b: pr-1)$',
    '(?:pr-1)+',
    'x: (pr-1){2,3}',
    'a pr-1|b PR-1',
    'pr\\-1',
    '^/previews/pr-1/',
    'x: pr-1[;,]',
  ])('finds the key in %s', pattern => {
    expect(patternCarriesKey(pattern, 'pr-1')).toBe(true);
  });

  it.each([
    '.*',
    'pr-12',
    'my-pr-1',
    'pr-1-b',
    'pr-1?',
    'pr-1*',
    '(pr-1)?',
    '(pr-1){0,4}',
    'pr-1|.*',
    'x: (pr-1|pr-2)',
    'pr-[1]',
    '(?=pr-1).*',
    '(?!pr-1).*',
    '[1pr-]',
    'pr.1',
    'p(r)-1',
    'pr-1{2}',
  ])('finds no certain key in %s', pattern => {
    expect(patternCarriesKey(pattern, 'pr-1')).toBe(false);
  });
});

describe('checkPattern', () => {
  it.each([
    '',
    '(',
    'a**',
    '(?i)a',
    '(?P<a>b)',
    'a{,5}',
    '[[a]pr-1]',
    '[]pr-1]',
    '[a&&b]',
    '\\Apr-1',
    '\\x{41}',
    '[\\p{L}]',
    '(a)\\1',
    'a\0b',
    'a'.repeat(4097),
  ])('refuses %j, which other engines read in another way', pattern => {
    expect(() => checkPattern(pattern, 'traffic.filter.pattern')).toThrow(
      expect.objectContaining({
        code: 'InvalidFilter',
        field: 'traffic.filter.pattern',
      }),
    );
  });

  it.each(['a{1,5}', '[\\w.-]+', '\\d\\s\\b', 'a\\.b\\-c\\"', '(?i:a)', '^$'])(
    'takes %s',
    pattern => {
      expect(() => checkPattern(pattern, 'f')).not.toThrow();
    },
  );
});

describe('boundKey', () => {
  it.each<[string, string, string[], string[]]>([
    [
      'baggage: .*mirrord-session=pr-1.*',
      'pr-1',
      ['baggage: mirrord-session=pr-1', 'baggage: a=b,mirrord-session=pr-1,c'],
      [
        'baggage: mirrord-session=pr-12',
        'baggage: mirrord-session=pr-1-b',
        'baggage: mirrord-session=pr-1A',
      ],
    ],
    ['^x: (a|pr-1)', 'pr-1', ['x: pr-1', 'x: a'], ['x: pr-12']],
    ['x: pr-1', 'pr-1', ['y x: pr-1 z'], ['x: pr-10']],
    ['x: (pr-1;)+', 'pr-1', ['x: pr-1;pr-1;'], ['x: my-pr-1;']],
    ['x: pr-2', 'pr-1', ['x: pr-2', 'x: pr-21'], ['x: pr-1']],
  ])('closes %s around %s', (pattern, key, taken, left) => {
    const bound = new RegExp(boundKey(pattern, key), 'i');
    expect(taken.filter(text => !bound.test(text))).toEqual([]);
    expect(left.filter(text => bound.test(text))).toEqual([]);
  });
});

describe('filterCarriesKey', () => {
  const header = (value: string) =>
    ({ type: 'header', name: 'x-preview-key', value } as const);
  const method = { type: 'method', method: 'POST' } as const;

  it.each<[RequestFilter, boolean]>([
    [header('pr-1'), true],
    [header('mirrord-session=pr-1'), true],
    [header('a=pr-12,b=pr-1'), true],
    [header('pr-12'), false],
    [header('my-pr-1'), false],
    [{ type: 'header-regex', pattern: 'x: pr-1' }, true],
    [{ type: 'path', pattern: '^/pr-1/' }, true],
    [{ type: 'path', pattern: '^/cart' }, false],
    [method, false],
    [{ type: 'header-jq', query: '.["x"] == "pr-1"' }, false],
    [{ type: 'json-body', query: '$.key', matches: '^pr-1$' }, true],
    [{ type: 'json-body', query: '$["pr-1"]', matches: '.*' }, false],
    [{ type: 'all-of', filters: [method, header('pr-1')] }, true],
    [{ type: 'all-of', filters: [method] }, false],
    [{ type: 'any-of', filters: [header('pr-1'), method] }, false],
    [{ type: 'any-of', filters: [header('pr-1'), header('k=pr-1')] }, true],
    [{ type: 'mirrord-default' }, true],
  ])('of %j is %s', (filter, carries) => {
    expect(filterCarriesKey(filter, 'pr-1')).toBe(carries);
  });
});
