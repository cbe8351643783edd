// SPDX-License-Identifier: Apache-2.0
import express from 'express';
import { once } from 'node:events';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { PassThrough } from 'node:stream';
import { TestClock } from '../testUtils/TestClock';
import type { ApiParts } from './ApiParts';
import { logsRouter } from './logsRouter';

/** The route alone, over HTTP, on a clock that moves when told to. */
async function aRoute() {
  const clock = new TestClock();
  const log = new PassThrough();
  let signal: AbortSignal | undefined;
  const parts = {
    clock,
    callers: { fromRequest: async () => ({}) },
    sessions: {
      logs: async (...args: unknown[]) => {
        signal = args[3] as AbortSignal;
        signal.addEventListener('abort', () => log.destroy());
        return log;
      },
    },
  } as unknown as ApiParts;
  const app = express();
  app.use((request, _, next) => {
    // As the validator of requests leaves it.
    const query = { follow: request.url.includes('follow') || undefined };
    Object.defineProperty(request, 'query', { value: query });
    next();
  });
  app.use(logsRouter(parts));
  const server = app.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const open = async (query: string) => {
    const request = http.get({ port, path: `/sessions/a/logs${query}` });
    const [response] = await once(request, 'response');
    response.setEncoding('utf8');
    const chunks = (response as http.IncomingMessage)[Symbol.asyncIterator]();
    return { request, next: async () => (await chunks.next()).value };
  };
  const stop = async () => {
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
  };
  return { clock, log, open, stop, signal: () => signal! };
}

describe('GET /sessions/:id/logs?follow', () => {
  it('writes an empty line after every fifteen silent seconds', async () => {
    const { clock, log, open, stop } = await aRoute();
    const { next } = await open('?follow=true');
    clock.advance(14_999);
    log.write('one\n');
    expect(await next()).toBe('one\n');
    clock.advance(1);
    expect(await next()).toBe('\n');
    clock.advance(15_000);
    expect(await next()).toBe('\n');
    log.end('two\n');
    expect(await next()).toBe('two\n');
    expect(await next()).toBeUndefined();
    expect(clock.pending).toBe(0);
    await stop();
  });

  it('ends reading and waiting when the client is gone', async () => {
    const { clock, open, stop, signal } = await aRoute();
    const { request } = await open('?follow=true');
    const aborted = once(signal(), 'abort');
    request.destroy();
    await aborted;
    await stop();
    expect(clock.pending).toBe(0);
  });

  it('keeps nothing alive that ends by itself', async () => {
    const { clock, log, open, stop } = await aRoute();
    const { next } = await open('');
    expect(clock.pending).toBe(0);
    log.end('one\n');
    expect(await next()).toBe('one\n');
    expect(await next()).toBeUndefined();
    await stop();
  });
});
