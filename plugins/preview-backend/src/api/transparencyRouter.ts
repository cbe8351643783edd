// SPDX-License-Identifier: Apache-2.0
import type {
  AuditBundleQuery,
  AuditErasureRequest,
} from '@preview-environments/backstage-plugin-preview-common';
import type { Response, Router as ExpressRouter } from 'express';
import Router from 'express-promise-router';
import type { ApiParts } from './ApiParts';
import { sendStream } from './sendStream';

const TEXT = 'text/plain; charset=utf-8';

/** The parts of `/audit` that prove something. */
export function transparencyRouter({
  transparency,
  callers,
  clock,
}: ApiParts): ExpressRouter {
  const router = Router();

  router.get('/audit/state', async (request, response) => {
    const caller = await callers.fromRequest(request);
    response.json(await transparency.state(caller));
  });

  router.get('/audit/checkpoint', async (request, response) => {
    const caller = await callers.fromRequest(request);
    answer(response, TEXT, await transparency.checkpoint(caller));
  });

  router.get('/audit/tile/:level/*', async (request, response) => {
    const caller = await callers.fromRequest(request);
    const { level, 0: path } = request.params as Record<string, string>;
    const tile = await transparency.tile(caller, level, path);
    // It never changes; only those who may read it may keep it.
    response.set('Cache-Control', 'private, max-age=604800, immutable');
    response.type('application/octet-stream').send(tile);
  });

  router.get('/audit/events/:id/proof', async (request, response) => {
    const caller = await callers.fromRequest(request);
    const proof = await transparency.proof(caller, request.params.id);
    answer(response, TEXT, proof);
  });

  router.get('/audit/consistency', async (request, response) => {
    const caller = await callers.fromRequest(request);
    const { from, to } = request.query as unknown as {
      from: number;
      to?: number;
    };
    response.json(await transparency.consistency(caller, from, to));
  });

  router.get('/audit/bundle', async (request, response) => {
    const caller = await callers.fromRequest(request);
    const query = request.query as unknown as AuditBundleQuery;
    const chunks = await transparency.bundle(caller, query);
    const day = new Date(clock.now()).toISOString().slice(0, 10);
    response.status(200).set({
      'Content-Type': 'application/x-ndjson',
      'Content-Disposition': `attachment; filename="preview-audit-bundle-${day}.jsonl"`,
      'Cache-Control': 'no-store',
      'X-Content-Type-Options': 'nosniff',
    });
    await sendStream(chunks, response);
  });

  router.post('/audit/erasures', async (request, response) => {
    const caller = await callers.fromRequest(request);
    const wish = request.body as AuditErasureRequest;
    response.json(await transparency.erase(caller, wish));
  });

  return router;
}

function answer(response: Response, type: string, text: string): void {
  response.set({
    'Content-Type': type,
    'Cache-Control': 'no-store',
    'X-Content-Type-Options': 'nosniff',
  });
  response.send(text);
}
