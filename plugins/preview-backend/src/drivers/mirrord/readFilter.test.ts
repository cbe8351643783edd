// SPDX-License-Identifier: Apache-2.0
import type { RequestFilter } from '@preview-environments/backstage-plugin-preview-common';
import { httpFilterOf } from './filter';
import { filterOf } from './readFilter';

describe('filterOf', () => {
  it.each<RequestFilter>([
    { type: 'header', name: 'x-preview-key', value: 'pr-1' },
    { type: 'header', name: 'x-tenant', value: 'a.b (c)' },
    { type: 'mirrord-default' },
    { type: 'method', method: 'POST' },
    { type: 'header-jq', query: '.a == "pr-1"' },
    {
      type: 'all-of',
      filters: [
        { type: 'header', name: 'x-preview-key', value: 'pr-1' },
        { type: 'method', method: 'GET' },
      ],
    },
    { type: 'any-of', filters: [{ type: 'method', method: 'GET' }] },
  ])('reads what is written of %j', filter => {
    expect(filterOf(httpFilterOf(filter, 'pr-1'), 'pr-1', true)).toEqual(
      filter,
    );
  });

  it.each<[string, string | null, RequestFilter | null]>([
    [
      'a pattern for headers',
      '{"header_filter":"^baggage: .*pr-1"}',
      { type: 'header-regex', pattern: '^baggage: .*pr-1' },
    ],
    [
      'fields that are null',
      '{"header_filter":null,"path_filter":"/pay","body_filter":null}',
      { type: 'path', pattern: '/pay' },
    ],
    [
      'a body',
      '{"body_filter":{"body":"json","query":"$.a","matches":"b"}}',
      { type: 'json-body', query: '$.a', matches: 'b' },
    ],
    ['no filter', null, { type: 'path', pattern: '.*' }],
    ['no JSON', 'x', { type: 'header-regex', pattern: 'x' }],
    [
      'a filter of a later version',
      '{"cookie_filter":"x"}',
      { type: 'header-regex', pattern: '{"cookie_filter":"x"}' },
    ],
  ])('reads %s', (_, text, filter) => {
    expect(filterOf(text, 'pr-1', true)).toEqual(filter);
  });

  it('knows a mirror of everything', () => {
    expect(filterOf(null, 'pr-1', false)).toBeNull();
  });
});
