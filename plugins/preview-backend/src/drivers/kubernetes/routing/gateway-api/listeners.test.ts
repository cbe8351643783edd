// SPDX-License-Identifier: Apache-2.0
import { type Gateway, listenerUrl } from './listeners';

const gateway = (...listeners: Gateway['spec']['listeners']): Gateway => ({
  apiVersion: 'v1',
  kind: 'Gateway',
  metadata: { name: 'g' },
  spec: { gatewayClassName: 'c', listeners },
});
const http = { name: 'http', port: 80, protocol: 'HTTP' };
const https = { name: 'https', port: 8443, protocol: 'HTTPS' };

describe('listenerUrl', () => {
  it.each([
    ['no host anywhere', gateway(http), { name: 'g' }, {}, null],
    [
      'the host of the route',
      gateway(http),
      { name: 'g' },
      { hostnames: ['a.io'] },
      'http://a.io/',
    ],
    [
      'the host of the listener',
      gateway({ ...http, hostname: 'b.io' }),
      { name: 'g' },
      {},
      'http://b.io/',
    ],
    [
      'a wildcard is no host',
      gateway({ ...http, hostname: '*.b.io' }),
      { name: 'g' },
      {},
      null,
    ],
    [
      'encrypted first, with its port',
      gateway(http, https),
      { name: 'g' },
      { hostnames: ['a.io'] },
      'https://a.io:8443/',
    ],
    [
      'the listener that the route names',
      gateway(http, https),
      { name: 'g', sectionName: 'http' },
      { hostnames: ['a.io'] },
      'http://a.io/',
    ],
    [
      'no web listener',
      gateway({ name: 'tcp', port: 5432, protocol: 'TCP' }),
      { name: 'g' },
      { hostnames: ['a.io'] },
      null,
    ],
  ])('%s', (_, given, parent, route, url) => {
    expect(listenerUrl(given, parent, route)).toBe(url);
  });
});
