// SPDX-License-Identifier: Apache-2.0
import express, { type ErrorRequestHandler } from 'express';
import { EventEmitter, once } from 'node:events';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { PassThrough } from 'node:stream';
import { TestClock } from '../testUtils/TestClock';
import type { ApiParts } from './ApiParts';
import { logsRouter } from './logsRouter';

/** As the client of a cluster ends a log that nobody wants any more. */
const cutOff = () =>
  Object.assign(new Error('aborted'), { code: 'ECONNRESET' });

/** The route alone, over HTTP, on a clock that moves when told to. */
async function aRoute(
  known: Promise<void> = Promise.resolve(),
  gone: () => Error | undefined = () => undefined,
) {
  const failures: unknown[] = [];
  const logger = { debug: jest.fn() };
  const clock = new TestClock();
  const log = new PassThrough();
  let signal: AbortSignal | undefined;
  const parts = {
    clock,
    logger,
    callers: { fromRequest: () => known.then(() => ({ ref: 'ann' })) },
    sessions: {
      logs: async (...args: unknown[]) => {
        signal = args[3] as AbortSignal;
        signal.addEventListener('abort', () => log.destroy(gone()));
        return log;
      },
    },
  } as unknown as ApiParts;
  const app = express();
  const arrived = new EventEmitter();
  app.use((request, response, next) => {
    // As the validator of requests leaves it.
    const query = { follow: request.url.includes('follow') || undefined };
    Object.defineProperty(request, 'query', { value: query });
    next();
    arrived.emit('request', response);
  });
  app.use(logsRouter(parts));
  const onError: ErrorRequestHandler = (error, _, response, _next) => {
    failures.push(error);
    response.destroy();
  };
  app.use(onError);
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
  return {
    ...{ clock, log, port, arrived, open, stop, failures, logger },
    signal: () => signal!,
  };
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

  it.each([
    ['is ended', undefined, 'Premature close'],
    ['breaks off', cutOff(), 'aborted'],
  ])('is no failure when the log %s for it', async (_, error, said) => {
    const { open, stop, signal, failures, logger } = await aRoute(
      undefined,
      () => error,
    );
    const { request } = await open('?follow=true');
    const left = once(signal(), 'abort');
    request.destroy();
    await left;
    await stop();
    expect(failures).toEqual([]);
    expect(logger.debug.mock.calls).toEqual([
      [`The reader of a log is gone: ${said}`],
    ]);
  });

  it('is a failure while somebody reads, who is told that more is missing', async () => {
    const { open, stop, log, failures, logger } = await aRoute();
    const { next } = await open('?follow=true');
    log.write('one\n');
    expect(await next()).toBe('one\n');
    const error = cutOff();
    log.destroy(error);
    await expect(next()).rejects.toThrow('aborted');
    await stop();
    expect(failures).toEqual([error]);
    expect(logger.debug).not.toHaveBeenCalled();
  });

  it('reads nothing for a client that left before it was known who they are', async () => {
    let know = () => {};
    const known = new Promise<void>(resolve => {
      know = resolve;
    });
    const { port, arrived, stop, signal } = await aRoute(known);
    const request = http.get({ port, path: '/sessions/a/logs?follow=true' });
    const gone = once(request, 'error');
    const [response] = await once(arrived, 'request');
    request.destroy(new Error('left'));
    await Promise.all([gone, once(response, 'close')]);
    know();
    await known;
    await stop();
    expect(signal()).toBeUndefined();
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
