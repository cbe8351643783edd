// SPDX-License-Identifier: Apache-2.0
import type {
  AuditExportQuery,
  AuditQuery,
  TrafficQuery,
} from '@preview-environments/backstage-plugin-preview-common';
import type { Router as ExpressRouter } from 'express';
import Router from 'express-promise-router';
import type { ApiParts } from './ApiParts';
import { sendStream } from './sendStream';

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
    await sendStream(chunks, response);
  });

  router.get('/audit/traffic', async (request, response) => {
    const caller = await callers.fromRequest(request);
    const query = request.query as unknown as TrafficQuery;
    response.json(await audit.traffic(caller, query));
  });

  return router;
}
