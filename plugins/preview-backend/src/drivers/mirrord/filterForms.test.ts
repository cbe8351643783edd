// SPDX-License-Identifier: Apache-2.0
import type { RequestFilter } from '@preview-environments/backstage-plugin-preview-common';
import { httpFilterOf } from './filter';

const B = '(?<![-A-Za-z0-9])';
const A = '(?![-A-Za-z0-9])';
const header = { type: 'header', name: 'x-a', value: 'pr-1' } as const;
const regex = { type: 'header-regex', pattern: '^b: .*=pr-1;' } as const;
const path = { type: 'path', pattern: '^/pr-1/' } as const;
const method = { type: 'method', method: 'POST' } as const;
const jq = { type: 'header-jq', query: '.a == "b"' } as const;
const body = { type: 'json-body', query: '$.k', matches: 'pr-1' } as const;

describe('every form of filter, as the operator reads it', () => {
  it.each<[RequestFilter, object]>([
    [header, { header_filter: '^x-a: pr-1$' }],
    [regex, { header_filter: `^b: .*=${B}pr-1${A};` }],
    [{ ...regex, pattern: '^b: pr-2' }, { header_filter: '^b: pr-2' }],
    [path, { path_filter: `^/${B}pr-1${A}/` }],
    [method, { method_filter: 'POST' }],
    [jq, { header_filter_jq: '.a == "b"' }],
    [
      body,
      { body_filter: { body: 'json', query: '$.k', matches: `${B}pr-1${A}` } },
    ],
    [
      { type: 'mirrord-default' },
      { header_filter: '^baggage: .*mirrord-session=pr-1.*$' },
    ],
    [
      { type: 'all-of', filters: [header, regex, path, method, jq, body] },
      {
        all_of: [
          { header: '^x-a: pr-1$' },
          { header: `^b: .*=${B}pr-1${A};` },
          { path: `^/${B}pr-1${A}/` },
          { method: 'POST' },
          { query: '.a == "b"' },
          { body: 'json', query: '$.k', matches: `${B}pr-1${A}` },
        ],
      },
    ],
    [
      { type: 'any-of', filters: [header] },
      { any_of: [{ header: '^x-a: pr-1$' }] },
    ],
  ])('%j', (filter, config) => {
    expect(JSON.parse(httpFilterOf(filter, 'pr-1'))).toEqual(config);
  });
});
