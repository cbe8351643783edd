// SPDX-License-Identifier: Apache-2.0
import type {
  AuthService,
  LoggerService,
  PermissionsRegistryService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { Knex } from 'knex';
import { Attempts } from './authorization/Attempts';
import { AuthorizedAuditService } from './authorization/AuthorizedAuditService';
import { AuthorizedSessionsService } from './authorization/AuthorizedSessionsService';
import { AuthorizedTransparencyService } from './authorization/AuthorizedTransparencyService';
import { DenialLog } from './authorization/DenialLog';
import { EntityFinder } from './authorization/EntityFinder';
import { FoldedEvents } from './authorization/FoldedEvents';
import { LogEvidence } from './authorization/LogEvidence';
import { PermissionGate } from './authorization/PermissionGate';
import { RateLimit } from './authorization/RateLimit';
import { ReadableSessionsService } from './authorization/ReadableSessionsService';
import { SessionGuard } from './authorization/SessionGuard';
import { StartAuthorizer } from './authorization/StartAuthorizer';
import type { PreviewConfig } from './config/types';
import { signingKey } from './database/coordination/signingKey';
import type { DriverRegistry } from './drivers/registry';
import type { Clock } from './lifecycle/clock';
import type { LifecycleNudge } from './lifecycle/LifecycleNudge';
import type { Random } from './lifecycle/random';
import type { SecretFiles } from './lifecycle/SecretFiles';
import type { AuditService } from './sessions/AuditService';
import { CursorSigner } from './sessions/queries/CursorSigner';
import type { SessionContext } from './sessions/SessionContext';
import type { SessionEvents } from './sessions/SessionEvents';
import type { SessionsService } from './sessions/SessionsService';
import { EntityReader } from './sessions/start/EntityReader';
import type { TransparencyLog } from './transparency/TransparencyLog';

const CURSOR_KEY_BYTES = 32;
/** Each sends two requests through somebody's gateway. */
const VERIFICATIONS_PER_MINUTE = 6;

interface Options {
  knex: Knex;
  config: PreviewConfig;
  drivers: DriverRegistry;
  auth: AuthService;
  catalog: CatalogService;
  permissions: PermissionsService;
  permissionsRegistry: PermissionsRegistryService;
  clock: Clock;
  random: Random;
  secrets: SecretFiles;
  lifecycle: LifecycleNudge;
  events: SessionEvents;
  logger: LoggerService;
  log: TransparencyLog;
}

interface Services {
  sessions: SessionsService;
  audit: AuditService;
  transparency: AuthorizedTransparencyService;
  finder: EntityFinder;
  /** Writes down what was only counted so far. */
  stop(): Promise<void>;
}

/** Builds the operations on previews, authorisation included. */
export async function createSessions(options: Options): Promise<Services> {
  const { knex, config, clock, random, catalog } = options;
  const secret = await knex.transaction(trx =>
    signingKey(trx, {
      purpose: 'cursor',
      secret: random.hex(CURSOR_KEY_BYTES),
      now: clock.now(),
    }),
  );
  const entities = new EntityReader(catalog, options.auth);
  const reads = new FoldedEvents(options);
  const context: SessionContext = {
    ...options,
    entities,
    cursors: new CursorSigner(secret),
    reads,
  };
  const gate = new PermissionGate(
    options.permissions,
    options.permissionsRegistry,
  );
  const denials = new DenialLog(options);
  const attempts = new Attempts(denials);
  const guard = new SessionGuard(config, gate);
  const sessions = new ReadableSessionsService(
    new AuthorizedSessionsService({
      context,
      guard,
      starts: new StartAuthorizer({ config, gate, entities }),
      attempts,
      verifications: new RateLimit(clock, VERIFICATIONS_PER_MINUTE),
    }),
    new LogEvidence(knex, guard),
  );
  const audit = new AuthorizedAuditService({ context, gate, guard, attempts });
  const transparency = new AuthorizedTransparencyService({
    ...{ context, log: options.log, gate, guard, attempts },
  });
  const finder = new EntityFinder({ ...options, attempts });
  const stop = async () => {
    await denials.stop();
    await reads.stop();
  };
  return { sessions, audit, transparency, finder, stop };
}
