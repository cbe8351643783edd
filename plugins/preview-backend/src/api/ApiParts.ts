// SPDX-License-Identifier: Apache-2.0
import type { LoggerService } from '@backstage/backend-plugin-api';
import type { Request, Response } from 'express';
import type { AuthorizedTransparencyService } from '../authorization/AuthorizedTransparencyService';
import type { CallerFactory } from '../authorization/CallerFactory';
import type { EntityFinder } from '../authorization/EntityFinder';
import type { Clock } from '../lifecycle/clock';
import type { AuditService } from '../sessions/AuditService';
import type { SessionsService } from '../sessions/SessionsService';

/** What every router works with. */
export interface ApiParts {
  sessions: SessionsService;
  audit: AuditService;
  transparency: AuthorizedTransparencyService;
  finder: EntityFinder;
  callers: CallerFactory;
  clock: Clock;
  logger: LoggerService;
}

/** Aborts when the client is gone, or was already. */
export function closeSignal(response: Response): AbortSignal {
  const controller = new AbortController();
  if (response.destroyed) {
    controller.abort();
  }
  response.on('close', () => controller.abort());
  return controller.signal;
}

/** What the client sent as `Idempotency-Key`. */
export function repeatableOf(request: Request) {
  return { idempotencyKey: request.header('idempotency-key') };
}
