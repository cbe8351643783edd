// SPDX-License-Identifier: Apache-2.0
import type { LoggerService } from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';
import { type DriverSettings, TEST_CLUSTER } from '../fixtures/driverSettings';
import { KubernetesDriver } from '../fixtures/product';
import {
  type Checkpoints,
  DatabaseClock,
  Lifecycle,
  processClock,
  secureRandom,
  SessionEvents,
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

/** Lifecycle, database and the Kubernetes driver: a backend without HTTP. */
export function aReplica(
  knex: Knex,
  settings: DriverSettings,
  checkpoints: Checkpoints,
): Lifecycle {
  const driver = new KubernetesDriver({
    ...settings,
    clock: processClock,
    random: Math.random,
    logger: silent,
  });
  return new Lifecycle({
    knex,
    clock: new DatabaseClock(processClock),
    random: secureRandom,
    logger: silent,
    events: new SessionEvents(),
    driverFor: () => driver,
    clusters: [TEST_CLUSTER],
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
