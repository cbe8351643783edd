// SPDX-License-Identifier: Apache-2.0
import { openapi } from '@preview-environments/backstage-plugin-preview-common';
import type { Router as ExpressRouter } from 'express';
import Router from 'express-promise-router';
import type { ApiParts } from './ApiParts';
import { auditRouter } from './auditRouter';
import { entitiesRouter } from './entitiesRouter';
import { environmentsRouter } from './environmentsRouter';
import { errorHandler } from './errorHandler';
import { logsRouter } from './logsRouter';
import { readablePath, refuseOddText } from './refuseOddText';
import { runbooksRouter } from './runbooksRouter';
import { sessionsRouter } from './sessionsRouter';
import { transparencyRouter } from './transparencyRouter';
import { onlyDocumented, validate } from './validate';

/** Everything below `/api/preview`. */
export function createRouter(parts: ApiParts): ExpressRouter {
  const router = Router();
  router.get('/health', (_, response) => {
    response.json({ status: 'ok' });
  });
  router.get('/openapi.json', (request, response) => {
    const url = request.baseUrl || '/';
    response.json({ ...openapi, servers: [{ url }] });
  });
  router.use(readablePath, ...validate());
  router.use(
    '/v1',
    onlyDocumented,
    refuseOddText,
    sessionsRouter(parts),
    logsRouter(parts),
    environmentsRouter(parts),
    entitiesRouter(parts),
    auditRouter(parts),
    transparencyRouter(parts),
    runbooksRouter(),
  );
  router.use(errorHandler(parts.logger));
  return router;
}
