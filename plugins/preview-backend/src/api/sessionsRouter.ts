// SPDX-License-Identifier: Apache-2.0
import type {
  SessionQuery,
  WaitQuery,
} from '@preview-environments/backstage-plugin-preview-common';
import type { Response, Router as ExpressRouter } from 'express';
import Router from 'express-promise-router';
import type { StopResult } from '../sessions/SessionsService';
import { type ApiParts, closeSignal, repeatableOf } from './ApiParts';

/** `/sessions` apart from logs. */
export function sessionsRouter({ sessions, callers }: ApiParts): ExpressRouter {
  const router = Router();

  router.post('/sessions', async (request, response) => {
    const caller = await callers.fromRequest(request);
    const answer = await sessions.start(
      caller,
      request.body,
      repeatableOf(request),
    );
    response.status(answer.outcome === 'created' ? 201 : 200).json(answer);
  });

  router.post('/preflights', async (request, response) => {
    const caller = await callers.fromRequest(request);
    response.json(await sessions.preflight(caller, request.body));
  });

  router.get('/sessions', async (request, response) => {
    const caller = await callers.fromRequest(request);
    const query = request.query as SessionQuery;
    response.json(await sessions.list(caller, query));
  });

  router.get('/sessions/:id', async (request, response) => {
    const caller = await callers.fromRequest(request);
    response.json(await sessions.get(caller, request.params.id));
  });

  router.patch('/sessions/:id', async (request, response) => {
    const caller = await callers.fromRequest(request);
    const { id } = request.params;
    response.json(
      await sessions.change(caller, id, request.body, repeatableOf(request)),
    );
  });

  router.delete('/sessions/:id', async (request, response) => {
    const caller = await callers.fromRequest(request);
    const reason = request.query.reason as string | undefined;
    answerStop(
      response,
      await sessions.stop(caller, request.params.id, reason),
    );
  });

  router.post('/sessions/:id/stop', async (request, response) => {
    const caller = await callers.fromRequest(request);
    const reason: string | undefined = request.body?.reason;
    answerStop(
      response,
      await sessions.stop(caller, request.params.id, reason),
    );
  });

  router.post('/sessions/:id/restart', async (request, response) => {
    const caller = await callers.fromRequest(request);
    const { id } = request.params;
    const answer = await sessions.restart(
      caller,
      id,
      request.body ?? {},
      repeatableOf(request),
    );
    response.status(answer.outcome === 'created' ? 201 : 200).json(answer);
  });

  router.post('/sessions/:id/verify', async (request, response) => {
    const caller = await callers.fromRequest(request);
    response.json(await sessions.verify(caller, request.params.id));
  });

  router.post('/sessions/:id/sign-offs', async (request, response) => {
    const caller = await callers.fromRequest(request);
    const { id } = request.params;
    const { session, given } = await sessions.signOff(caller, id, request.body);
    response.status(given ? 201 : 200).json(session);
  });

  router.get('/sessions/:id/wait', async (request, response) => {
    const signal = closeSignal(response);
    const caller = await callers.fromRequest(request);
    const query = request.query as unknown as WaitQuery;
    response.json(
      await sessions.wait(caller, request.params.id, query, signal),
    );
  });

  router.get('/sessions/:id/events', async (request, response) => {
    const caller = await callers.fromRequest(request);
    response.json(await sessions.clusterEvents(caller, request.params.id));
  });

  return router;
}

function answerStop(response: Response, stopped: StopResult): void {
  response.status(stopped.alreadyOver ? 200 : 202).json(stopped.session);
}
