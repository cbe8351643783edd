// SPDX-License-Identifier: Apache-2.0
import type { EntityQuery } from '@preview-environments/backstage-plugin-preview-common';
import type { Router as ExpressRouter } from 'express';
import Router from 'express-promise-router';
import type { ApiParts } from './ApiParts';

/** `/entities`. */
export function entitiesRouter({
  sessions,
  finder,
  callers,
}: ApiParts): ExpressRouter {
  const router = Router();
  router.get('/entities', async (request, response) => {
    const caller = await callers.fromRequest(request);
    // The schema has checked it.
    const query = request.query as unknown as EntityQuery;
    response.json({ items: await finder.find(caller, query) });
  });
  router.get(
    '/entities/:kind/:namespace/:name/options',
    async (request, response) => {
      const caller = await callers.fromRequest(request);
      const { kind, namespace, name } = request.params;
      const entityRef = `${kind}:${namespace}/${name}`;
      response.json(await sessions.entityOptions(caller, entityRef));
    },
  );
  return router;
}
