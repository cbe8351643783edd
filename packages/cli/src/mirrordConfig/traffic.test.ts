// SPDX-License-Identifier: Apache-2.0
import { convert } from './convert';

const none = () => {
  throw new Error('no file is named');
};
const wishOf = (config: object) =>
  convert(config as Record<string, unknown>, none).wish;
const incoming = (content: unknown) => ({
  feature: { network: { incoming: content } },
});
const filter = (http_filter: object) =>
  incoming({ mode: 'steal', http_filter });

describe('feature.network.incoming', () => {
  it.each<[unknown, object]>([
    ['steal', { traffic: { mode: 'steal' } }],
    ['mirror', { traffic: { mode: 'mirror', filter: null } }],
    ['off', { traffic: { mode: 'none' } }],
    [true, { traffic: { mode: 'mirror', filter: null } }],
    [false, { traffic: { mode: 'none' } }],
    [{}, { traffic: { mode: 'mirror', filter: null } }],
    [{ mode: 'off' }, { traffic: { mode: 'none' } }],
    [
      { mode: 'steal', ports: [80, 8080] },
      { traffic: { mode: 'steal' }, ports: [80, 8080] },
    ],
    [
      { mode: 'steal', ignore_ports: [9090] },
      { traffic: { mode: 'steal' }, ignorePorts: [9090] },
    ],
    [
      { mode: 'mirror', http_filter: { header_filter: 'x: y' } },
      {
        traffic: {
          mode: 'mirror',
          filter: { type: 'header-regex', pattern: 'x: y' },
        },
      },
    ],
  ])('%j', (content, wish) => {
    expect(wishOf(incoming(content))).toEqual(wish);
  });

  it('is off without a network', () => {
    expect(wishOf({ feature: { network: false } })).toEqual({
      traffic: { mode: 'none' },
    });
  });

  it('says whose default applies where it is absent', () => {
    const { wish, warnings } = convert({ feature: { network: true } }, none);
    expect(wish).toEqual({});
    expect(warnings).toEqual([
      expect.stringContaining('the portal’s default applies'),
    ]);
  });
});

describe('http_filter', () => {
  const get = { type: 'method', method: 'GET' };
  it.each<[object, unknown]>([
    [
      { header_filter: '^x-preview-key: pr-7$' },
      { type: 'header', name: 'x-preview-key', value: 'pr-7' },
    ],
    [
      { header_filter: '^X-Env: a\\.b=c$' },
      { type: 'header', name: 'x-env', value: 'a.b=c' },
    ],
    ...[
      'x-preview-key: pr-7',
      '^x-preview-key: pr-7',
      '^x-preview-key: pr.7$',
      '^baggage: .*mirrord-session=pr-7.*$',
      '^x: (a|b)$',
    ].map((text): [object, unknown] => [
      { header_filter: text },
      { type: 'header-regex', pattern: text },
    ]),
    [{ path_filter: '^/pr-7' }, { type: 'path', pattern: '^/pr-7' }],
    [{ method_filter: 'GET' }, get],
    [{ method_filter: '^get$' }, get],
    [
      { method_filter: '^(GET|HEAD)$' },
      { type: 'any-of', filters: [get, { type: 'method', method: 'HEAD' }] },
    ],
    [
      { body_filter: { body: 'json', query: '$.key', matches: 'pr-7' } },
      { type: 'json-body', query: '$.key', matches: 'pr-7' },
    ],
    [
      { header_filter_jq: '.a == "b"' },
      { type: 'header-jq', query: '.a == "b"' },
    ],
    [
      {
        all_of: [
          { header: '^a: b$' },
          { path: '/x' },
          { method: 'GET' },
          { body: 'json', query: '$.a', matches: 'b' },
          { query: '.a' },
        ],
      },
      {
        type: 'all-of',
        filters: [
          { type: 'header', name: 'a', value: 'b' },
          { type: 'path', pattern: '/x' },
          get,
          { type: 'json-body', query: '$.a', matches: 'b' },
          { type: 'header-jq', query: '.a' },
        ],
      },
    ],
    [
      { any_of: [{ header: 'a' }, { path: 'b' }] },
      {
        type: 'any-of',
        filters: [
          { type: 'header-regex', pattern: 'a' },
          { type: 'path', pattern: 'b' },
        ],
      },
    ],
    [{}, undefined],
  ])('%j', (given, wanted) => {
    expect(wishOf(filter(given)).traffic?.filter).toEqual(wanted);
  });
});
