// SPDX-License-Identifier: Apache-2.0
import type { LoggerService } from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';
import {
  type Checkpoints,
  DatabaseClock,
  Lifecycle,
  MemoryDriver,
  processClock,
  secureRandom,
  SessionEvents,
  type WorldStore,
} from './product';

const silent: LoggerService = {
  error() {},
  warn() {},
  info() {},
  debug() {},
  child: () => silent,
};

/** Short enough for a killed worker's work to be taken over at once. */
const SETTINGS = {
  backstopGrace: 5_000,
  lease: 1_000,
  scan: 100,
  poll: 500,
  drain: 100,
  clusterLease: 1_500,
  sweep: 1_000,
};

/** Lifecycle, database and a driver: a backend without HTTP. */
export function aReplica(
  knex: Knex,
  world: WorldStore,
  checkpoints: Checkpoints,
  onWrite?: (name: string) => Promise<void>,
): Lifecycle {
  const driver = new MemoryDriver(world, processClock, onWrite);
  return new Lifecycle({
    knex,
    clock: new DatabaseClock(processClock),
    random: secureRandom,
    logger: silent,
    events: new SessionEvents(),
    driverFor: () => driver,
    clusters: ['demo'],
    settings: SETTINGS,
    // A team that was renamed: the sweep has something to write.
    lookUp: async refs =>
      new Map(
        refs.map(ref => [
          ref,
          {
            state: 'found',
            ownerRef: 'group:default/team-checkout',
            links: [],
          },
        ]),
      ),
    checkpoints,
  });
}
