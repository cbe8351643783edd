// SPDX-License-Identifier: Apache-2.0
import { defaultFilter } from '@preview-environments/backstage-plugin-preview-common';
import { type AccessInput, accessOf } from './access';

const input = (changes: Partial<AccessInput> = {}): AccessInput => ({
  mode: 'steal',
  filter: defaultFilter('pr-1'),
  namespace: 'shop',
  service: 'pv-pr-1-h',
  ports: [{ port: 80 }],
  routes: [
    {
      rules: [
        { matches: [{ path: { type: 'PathPrefix', value: '/checkout' } }] },
      ],
    },
  ],
  noRoute: null,
  gatewayUrl: 'http://localhost:7008',
  listenerUrl: null,
  ...changes,
});

const forward =
  'kubectl port-forward --namespace shop service/pv-pr-1-h 8080:80';

describe('accessOf', () => {
  it('gives an address, a header and a command that shows who answered', () => {
    expect(accessOf(input())).toEqual({
      url: 'http://localhost:7008/checkout',
      reason: null,
      headers: { 'x-preview-key': 'pr-1' },
      curl: "curl -i -H 'x-preview-key: pr-1' 'http://localhost:7008/checkout'",
      portForward: forward,
      shareUrl: null,
    });
  });

  it.each<[string, Partial<AccessInput>, string]>([
    [
      'the host of the route',
      { routes: [{ hostnames: ['*.io', 'a.io'], rules: [] }] },
      'http://a.io:7008/',
    ],
    [
      'what the listeners tell',
      { listenerUrl: 'https://a.io/' },
      'https://a.io/checkout',
    ],
  ])('prefers %s', (_, changes, url) => {
    expect(accessOf(input(changes)).url).toBe(url);
  });

  it.each<[string, Partial<AccessInput>, RegExp]>([
    ['nobody tells the address', { gatewayUrl: null }, /gateway\.url/],
    [
      'there is no route',
      { routes: [], noRoute: 'No HTTPRoute leads there.' },
      /No HTTPRoute/,
    ],
    ['no traffic is wanted', { mode: 'none' }, /port-forward/],
  ])('says why where %s', (_, changes, reason) => {
    const access = accessOf(input(changes));
    expect(access).toMatchObject({
      url: null,
      curl: null,
      portForward: forward,
    });
    expect(access.reason).toMatch(reason);
  });

  it('quotes what a shell would read', () => {
    const { curl } = accessOf(
      input({ filter: { type: 'header', name: 'x', value: "a'b" } }),
    );
    expect(curl).toContain(`'x: a'\\''b'`);
  });
});
