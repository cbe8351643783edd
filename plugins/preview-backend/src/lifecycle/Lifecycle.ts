// SPDX-License-Identifier: Apache-2.0
import type { LoggerService } from '@backstage/backend-plugin-api';
import type { PreviewDriver } from '@preview-environments/backstage-plugin-preview-node';
import type { Knex } from 'knex';
import type { DatabaseClock } from '../database/clock';
import { describeError } from '../redaction/describeError';
import type { SessionEvents } from '../sessions/SessionEvents';
import { type Checkpoints, NO_CHECKPOINTS } from './checkpoints';
import { Adoption } from './Adoption';
import { ClusterWatches } from './ClusterWatches';
import { Dispatcher } from './Dispatcher';
import type { EntityLookup } from './EntityLookup';
import { Heartbeat } from './Heartbeat';
import { LogKeeper } from './logs/LogKeeper';
import { type LifecycleMeter, NO_METER } from './LifecycleMeter';
import type { LifecycleNudge, NudgeOptions } from './LifecycleNudge';
import type { Random } from './random';
import { SecretFiles } from './SecretFiles';
import { DEFAULT_SETTINGS, type LifecycleSettings } from './settings';
import type { WorkerTools } from './SessionWorker';
import { LifecycleStore } from './store';
import { Sweep } from './Sweep';

const MEASURE_EVERY = 60_000;
const LOOK_AHEAD_EVERY = 10_000;

export interface LifecycleOptions {
  knex: Knex;
  /** Decides leases and deadlines; measured before the first claim. */
  clock: DatabaseClock;
  random: Random;
  logger: LoggerService;
  events: SessionEvents;
  /** The driver that a cluster is configured with; may throw. */
  driverFor: (cluster: string) => PreviewDriver;
  /** Names of all clusters. */
  clusters: string[];
  settings?: Partial<LifecycleSettings>;
  /** Without it the sweep leaves the catalog out. */
  lookUp?: EntityLookup;
  checkpoints?: Checkpoints;
  meter?: LifecycleMeter;
  /** The same that commands keep contents in. */
  secrets?: SecretFiles;
}

/**
 * Drives every session towards what is wanted, beside other replicas that do
 * the same. There is no special recovery: a start is a scan like any other.
 */
export class Lifecycle implements LifecycleNudge {
  private readonly dispatcher: Dispatcher;
  private readonly watches: ClusterWatches;
  private readonly logs: LogKeeper;
  private readonly sweeper: Sweep;
  private readonly heartbeats: Heartbeat[];
  private readonly sweeps: Heartbeat;
  private readonly logger: LoggerService;

  constructor(options: LifecycleOptions) {
    const { knex, clock, random, logger } = options;
    this.logger = logger;
    const settings = { ...DEFAULT_SETTINGS, ...options.settings };
    const checkpoints = options.checkpoints ?? NO_CHECKPOINTS;
    const tools: WorkerTools = {
      store: new LifecycleStore(knex, checkpoints),
      driverFor: options.driverFor,
      clock,
      random,
      settings,
      checkpoints,
      secrets: options.secrets ?? new SecretFiles({ clock, random }),
      events: options.events,
      meter: options.meter ?? NO_METER,
      logger,
    };
    const holder = random.uuid();
    this.dispatcher = new Dispatcher(tools, holder);
    const adoption = new Adoption(tools, this.dispatcher, options.lookUp);
    this.watches = new ClusterWatches(
      tools,
      options.clusters,
      holder,
      this.dispatcher,
      adoption,
    );
    this.logs = new LogKeeper(tools);
    this.sweeper = new Sweep(tools, this.dispatcher, options.lookUp, adoption);
    const every = (
      what: string,
      ms: number,
      beat: () => Promise<void>,
    ): Heartbeat => new Heartbeat(what, ms, beat, { clock, logger });
    this.heartbeats = [
      every('Comparing clocks', MEASURE_EVERY, () => clock.measure(knex)),
      every('Holding the clusters', settings.clusterLease / 3, () =>
        this.watches.renew(),
      ),
      every('Looking ahead', LOOK_AHEAD_EVERY, () =>
        this.dispatcher.lookAhead(),
      ),
      every('Scanning for work', settings.scan, () => this.dispatcher.scan()),
    ];
    this.sweeps = every('The sweep', settings.sweep, () => this.sweep());
  }

  nudge(sessionId: string, options?: NudgeOptions): void {
    this.dispatcher.nudge(sessionId, options);
  }

  /** Begins to work. Needs the database, but no cluster to answer. */
  async start(): Promise<void> {
    for (const heartbeat of this.heartbeats) {
      await heartbeat.start();
    }
    this.sweeps.start();
  }

  /** Ends in order: what is under way is finished, what is held given back. */
  async stop(): Promise<void> {
    await Promise.all(this.all().map(heartbeat => heartbeat.stop()));
    await this.dispatcher.stop();
    await this.watches.stop();
  }

  /** Resolves when nothing is under way here. */
  async idle(): Promise<void> {
    await Promise.all(this.all().map(heartbeat => heartbeat.idle()));
    await this.dispatcher.idle();
  }

  private all(): Heartbeat[] {
    return [...this.heartbeats, this.sweeps];
  }

  /** Compares the clusters that this replica watches, now. */
  async sweep(): Promise<void> {
    await this.logs.forget();
    for (const cluster of this.watches.mine()) {
      try {
        await this.sweeper.run(cluster);
      } catch (error) {
        const message = describeError(error);
        this.logger.warn(`The sweep failed: ${message}`, { cluster });
      }
    }
  }
}
