// SPDX-License-Identifier: Apache-2.0
import type { EnvironmentQuery } from '@preview-environments/backstage-plugin-preview-common';
import type { Router as ExpressRouter } from 'express';
import Router from 'express-promise-router';
import type { ApiParts } from './ApiParts';

/** `/environments`. */
export function environmentsRouter({
  sessions,
  callers,
}: ApiParts): ExpressRouter {
  const router = Router();

  router.get('/environments', async (request, response) => {
    const caller = await callers.fromRequest(request);
    const query = request.query as EnvironmentQuery;
    response.json(await sessions.listEnvironments(caller, query));
  });

  router.get('/environments/:key', async (request, response) => {
    const caller = await callers.fromRequest(request);
    response.json(await sessions.getEnvironment(caller, request.params.key));
  });

  router.post('/environments/:key/stop', async (request, response) => {
    const caller = await callers.fromRequest(request);
    const { dryRun } = request.query as { dryRun?: boolean };
    const reason: string | undefined = request.body?.reason;
    response.json(
      await sessions.stopEnvironment(caller, request.params.key, {
        reason,
        dryRun,
      }),
    );
  });

  return router;
}
