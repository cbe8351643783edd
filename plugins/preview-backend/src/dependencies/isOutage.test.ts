// SPDX-License-Identifier: Apache-2.0
import { CatalogClient } from '@backstage/catalog-client';
import { previewError } from '@preview-environments/backstage-plugin-preview-common';
import { once } from 'node:events';
import http, { type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { isOutage } from './isOutage';
import { readSteadily } from './readSteadily';

const withCode = (code: string) => Object.assign(new Error('x'), { code });

describe('isOutage', () => {
  it.each<[string, unknown, boolean]>([
    ['a connection that was reset', withCode('ECONNRESET'), true],
    ['an answer that broke off', withCode('ERR_STREAM_PREMATURE_CLOSE'), true],
    [
      'a fetch that failed by it',
      new TypeError('fetch failed', { cause: withCode('UND_ERR_SOCKET') }),
      true,
    ],
    [
      'one of our own by its cause',
      previewError('ClusterUnreachable', { cause: withCode('EPIPE') }),
      true,
    ],
    ['one of our own', previewError('KeyInUse'), false],
    ['a bug', new TypeError('x is not a function'), false],
    ['a broken constraint', withCode('SQLITE_CONSTRAINT'), false],
    ['nothing', undefined, false],
    ['a text', 'ECONNRESET', false],
  ])('%s: %s', (_, error, expected) => {
    expect(isOutage(error)).toBe(expected);
  });
});

describe('readSteadily', () => {
  let server: http.Server;
  let answer: RequestListener;
  let asked: string[];

  beforeEach(async () => {
    asked = [];
    server = http.createServer((request, response) => {
      asked.push(request.method!);
      answer(request, response);
    });
    await once(server.listen(0, '127.0.0.1'), 'listening');
  });
  afterEach(async () => {
    server.closeAllConnections();
    await once(server.close(), 'close');
  });

  const url = () =>
    `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const ofCatalog = () =>
    new CatalogClient({
      discoveryApi: { getBaseUrl: async () => url() },
    }).getEntityByRef('component:default/checkout');

  const READS: [string, () => Promise<unknown>][] = [
    ['the catalog', ofCatalog],
    ['fetch', async () => (await fetch(url())).json()],
  ];

  it.each(READS)('asks %s again where nobody answered', async (_, read) => {
    answer = (request, response) =>
      asked.length === 1
        ? request.socket.destroy()
        : response
            .setHeader('Content-Type', 'application/json')
            .end('{"kind":"Component"}');
    await expect(readSteadily(read)).resolves.toMatchObject({
      kind: 'Component',
    });
    expect(asked).toEqual(['GET', 'GET']);
  });

  it.each(READS)('asks %s no third time', async (_, read) => {
    answer = request => request.socket.destroy();
    const error = await readSteadily(read).catch(thrown => thrown);
    expect(isOutage(error)).toBe(true);
    expect(asked).toEqual(['GET', 'GET']);
  });

  it.each([
    [503, true],
    [500, false],
    [403, false],
  ])(
    'counts a %i of the catalog as an outage: %s',
    async (status, expected) => {
      answer = (_, response) => response.writeHead(status).end();
      const error = await readSteadily(ofCatalog).catch(thrown => thrown);
      expect(error).toBeInstanceOf(Error);
      expect(isOutage(error)).toBe(expected);
      expect(asked).toHaveLength(expected ? 2 : 1);
    },
  );
});
