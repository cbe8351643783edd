// SPDX-License-Identifier: Apache-2.0
import type { LogsQuery } from '@preview-environments/backstage-plugin-preview-common';
import type { Response, Router as ExpressRouter } from 'express';
import Router from 'express-promise-router';
import { once } from 'node:events';
import { isOutage } from '../dependencies/isOutage';
import type { Cancel, Clock } from '../lifecycle/clock';
import { describeError } from '../redaction/describeError';
import { type ApiParts, closeSignal } from './ApiParts';
import { OpenStreams } from './OpenStreams';

/** Proxies cut connections that are silent for longer. */
const KEEP_ALIVE = 15_000;

/** `/sessions/:id/logs`: a plain text stream. */
export function logsRouter({
  sessions,
  callers,
  clock,
  logger,
}: ApiParts): ExpressRouter {
  const router = Router();
  const streams = new OpenStreams();
  router.get('/sessions/:id/logs', async (request, response) => {
    const signal = closeSignal(response);
    const caller = await callers.fromRequest(request);
    if (signal.aborted) {
      return;
    }
    response.once('close', streams.enter(caller.ref));
    const query = request.query as LogsQuery;
    try {
      const { id } = request.params;
      const lines = await sessions.logs(caller, id, query, signal);
      await send(lines, response, signal, query.follow ? clock : null);
    } catch (error) {
      // What breaks off since its reader left is nobody's failure.
      if (!signal.aborted || !isOutage(error)) {
        throw error;
      }
      logger.debug(`The reader of a log is gone: ${describeError(error)}`);
    }
  });
  return router;
}

/** @param clock - of a log that is followed: keeps it alive while it is silent */
async function send(
  lines: AsyncIterable<Uint8Array>,
  response: Response,
  signal: AbortSignal,
  clock: Clock | null,
): Promise<void> {
  response.status(200).set({
    'Content-Type': 'text/plain; charset=utf-8',
    // Browsers ask for gzip, which would hold lines back until it ends.
    'Cache-Control': 'no-store, no-transform',
    'X-Content-Type-Options': 'nosniff',
    'X-Accel-Buffering': 'no',
  });
  response.flushHeaders();
  const stopKeepAlive = clock ? keepAlive(response, clock) : () => {};
  try {
    for await (const chunk of lines) {
      if (!signal.aborted && !response.write(chunk)) {
        await drained(response, signal);
      }
      if (signal.aborted) {
        break;
      }
    }
    // Not after an error: what broke off must not look like the whole log.
    response.end();
  } finally {
    stopKeepAlive();
  }
}

/** Until it takes more, or nobody is there any more to take it. */
async function drained(response: Response, signal: AbortSignal) {
  try {
    await once(response, 'drain', { signal });
  } catch (error) {
    if (!signal.aborted) {
      throw error;
    }
  }
}

/** Writes an empty line now and then. @returns ends it */
function keepAlive(response: Response, clock: Clock): Cancel {
  let cancel: Cancel = () => {};
  const plan = () => {
    cancel = clock.setTimer(clock.now() + KEEP_ALIVE, () => {
      response.write('\n');
      plan();
    });
  };
  plan();
  return () => cancel();
}
