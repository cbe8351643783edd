// SPDX-License-Identifier: Apache-2.0
import type { LoggerService } from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';
import type { FoldedEvents } from '../authorization/FoldedEvents';
import type { PreviewConfig } from '../config/types';
import type { DriverRegistry } from '../drivers/registry';
import type { Clock } from '../lifecycle/clock';
import type { LifecycleNudge } from '../lifecycle/LifecycleNudge';
import type { Random } from '../lifecycle/random';
import type { SecretFiles } from '../lifecycle/SecretFiles';
import type { CursorSigner } from './queries/CursorSigner';
import type { SessionEvents } from './SessionEvents';
import type { EntityReader } from './start/EntityReader';

/** What commands and queries work with. */
export interface SessionContext {
  knex: Knex;
  config: PreviewConfig;
  drivers: DriverRegistry;
  entities: EntityReader;
  clock: Clock;
  random: Random;
  /** Contents of secret files on their way to the cluster. */
  secrets: SecretFiles;
  lifecycle: LifecycleNudge;
  events: SessionEvents;
  cursors: CursorSigner;
  /** Who read logs, repetitions folded. */
  reads: FoldedEvents;
  logger: LoggerService;
}

/** Call after the commit of a change: work goes on, listeners hear of it. */
export function announce(
  { lifecycle, events }: Pick<SessionContext, 'lifecycle' | 'events'>,
  sessionId: string,
): void {
  lifecycle.nudge(sessionId, { priority: 'command' });
  events.changed(sessionId);
}
