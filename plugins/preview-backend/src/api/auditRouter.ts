// SPDX-License-Identifier: Apache-2.0
import type {
  AuditExportQuery,
  AuditQuery,
  TrafficQuery,
} from '@preview-environments/backstage-plugin-preview-common';
import type { Router as ExpressRouter } from 'express';
import Router from 'express-promise-router';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ApiParts } from './ApiParts';

/** `/audit`. */
export function auditRouter({
  audit,
  callers,
  clock,
}: ApiParts): ExpressRouter {
  const router = Router();

  router.get('/audit/events', async (request, response) => {
    const caller = await callers.fromRequest(request);
    const query = request.query as AuditQuery;
    response.json(await audit.listEvents(caller, query));
  });

  router.get('/audit/export', async (request, response) => {
    const caller = await callers.fromRequest(request);
    const query = request.query as unknown as AuditExportQuery;
    const { contentType, chunks } = await audit.exportEvents(caller, query);
    const day = new Date(clock.now()).toISOString().slice(0, 10);
    response.status(200).set({
      'Content-Type': contentType,
      'Content-Disposition': `attachment; filename="preview-audit-${day}.${query.format}"`,
      'Cache-Control': 'no-store',
      'X-Content-Type-Options': 'nosniff',
    });
    // Breaks the connection when something fails half-way, so that a part is
    // never taken for the whole.
    const stream = Readable.from(chunks, { highWaterMark: 1 });
    await pipeline(stream, response).catch(error => {
      if (error.code !== 'ERR_STREAM_PREMATURE_CLOSE') {
        throw error;
      }
    });
  });

  router.get('/audit/traffic', async (request, response) => {
    const caller = await callers.fromRequest(request);
    const query = request.query as unknown as TrafficQuery;
    response.json(await audit.traffic(caller, query));
  });

  return router;
}
