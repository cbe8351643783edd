// SPDX-License-Identifier: Apache-2.0
import { once } from 'node:events';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { processClock } from '../../../lifecycle/clock';
import { kubeConfigOf } from './kubeConfig';
import { KubeHttp } from './KubeHttp';

/** Says a little, and says more now and then until it is left alone. */
function drip(response: http.ServerResponse): void {
  if (!response.destroyed) {
    response.write(' ');
    processClock.setTimer(processClock.now() + 20, () => drip(response));
  }
}

const get = (path: string) => ({ method: 'GET', path, label: 'get' } as const);

describe('KubeHttp', () => {
  let server: http.Server;
  let kube: KubeHttp;

  beforeEach(async () => {
    server = http.createServer(({ url }, response) => {
      switch (url) {
        case '/drip':
          drip(response);
          break;
        case '/refused':
          response.writeHead(403).end('{"message":"not you"}');
          break;
        case '/silent':
          break;
        default:
          response.end('{"kind":"Answer"}');
      }
    });
    await once(server.listen(0, '127.0.0.1'), 'listening');
  });

  afterEach(async () => {
    kube.close();
    server.closeAllConnections();
    await once(server.close(), 'close');
  });

  const open = (limits?: { timeout?: number; mostCalls?: number }) => {
    const { port } = server.address() as AddressInfo;
    const url = `http://127.0.0.1:${port}`;
    const access = { type: 'url', url, caFile: null, tokenFile: null } as const;
    kube = new KubeHttp(kubeConfigOf(access), limits);
  };

  it('answers calls while many streams stay open', async () => {
    open();
    const streams = await Promise.all(
      Array.from({ length: 70 }, () => kube.stream(get('/drip'))),
    );
    await expect(kube.json(get('/'))).resolves.toEqual({ kind: 'Answer' });
    expect(streams.filter(stream => stream.destroyed)).toEqual([]);
  });

  it('gives up on an answer that does not end, and on calls that wait for it', async () => {
    open({ timeout: 200, mostCalls: 1 });
    const calls = [kube.json(get('/drip')), kube.json(get('/'))];
    for (const call of await Promise.allSettled(calls)) {
      expect(call).toMatchObject({
        reason: new Error('The API server did not answer in time'),
      });
    }
  });

  it('gives up on silence', async () => {
    open({ timeout: 50 });
    await expect(kube.json(get('/silent'))).rejects.toThrow('in time');
  });

  it('reads over another connection when a kept one was closed', async () => {
    const kept = new Set<unknown>();
    const seen: string[] = [];
    server.prependListener('request', ({ method, socket }) => {
      seen.push(`${method} ${kept.has(socket) ? 'again' : 'new'}`);
      if (kept.has(socket)) {
        socket.destroy();
      }
      kept.add(socket);
    });
    open();
    await kube.json(get('/'));
    await expect(kube.json(get('/'))).resolves.toEqual({ kind: 'Answer' });
    expect(seen).toEqual(['GET new', 'GET again', 'GET new']);
    const post = { method: 'POST', path: '/', label: 'post' } as const;
    await expect(kube.json(post)).rejects.toThrow('socket hang up');
    expect(seen.slice(3)).toEqual(['POST again']);
  });

  it('sets no limit of time for a stream', async () => {
    open({ timeout: 50 });
    const stream = await kube.stream(get('/drip'));
    await expect(kube.json(get('/silent'))).rejects.toThrow('in time');
    expect(await once(stream, 'data')).toHaveLength(1);
  });

  it('passes on what the API server refuses', async () => {
    open();
    await expect(kube.json(get('/refused'))).rejects.toMatchObject({
      status: { code: 403, message: 'not you' },
    });
  });
});
