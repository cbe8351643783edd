// SPDX-License-Identifier: Apache-2.0
import type { AuditQuery } from '@preview-environments/backstage-plugin-preview-common';
import type { Router as ExpressRouter } from 'express';
import Router from 'express-promise-router';
import type { ApiParts } from './ApiParts';

/** `/audit`. */
export function auditRouter({ audit, callers }: ApiParts): ExpressRouter {
  const router = Router();
  router.get('/audit/events', async (request, response) => {
    const caller = await callers.fromRequest(request);
    const query = request.query as AuditQuery;
    response.json(await audit.listEvents(caller, query));
  });
  return router;
}
