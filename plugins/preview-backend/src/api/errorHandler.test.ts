// SPDX-License-Identifier: Apache-2.0
import { previewError } from '@preview-environments/backstage-plugin-preview-common';
import express, { type ErrorRequestHandler } from 'express';
import { once } from 'node:events';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { errorHandler } from './errorHandler';

/** What comes of an error that is thrown after the first piece was sent. */
async function halfWay(thrown: Error) {
  const logger = { error: jest.fn(), warn: jest.fn() };
  const passedOn = jest.fn();
  const app = express();
  app.get('/', (_, response, next) => {
    response.write('one\n', () => next(thrown));
  });
  app.use(errorHandler(logger as never));
  const rest: ErrorRequestHandler = (error, _, response, _next) => {
    passedOn(error);
    response.destroy();
  };
  app.use(rest);
  const server = app.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const request = http.get({ port });
  const [response] = await once(request, 'response');
  const seen = await text(response).catch(({ code }) => code);
  server.close();
  await once(server, 'close');
  return { logger, passedOn, seen };
}

describe('errorHandler, half-way through an answer', () => {
  it('breaks the connection, and logs no stack', async () => {
    const thrown = new Error('token=s3cr3t');
    const { logger, passedOn, seen } = await halfWay(thrown);
    expect(seen).toBe('ECONNRESET');
    expect(passedOn).not.toHaveBeenCalled();
    expect(logger.error.mock.calls).toEqual([
      ['InternalError: Error: token=***', { method: 'GET', path: '/' }],
    ]);
  });

  it('logs what can be told to nobody else', async () => {
    const { logger } = await halfWay(previewError('SessionBusy'));
    expect(logger.warn.mock.calls).toEqual([
      [expect.stringContaining('SessionBusy'), { method: 'GET', path: '/' }],
    ]);
  });
});
