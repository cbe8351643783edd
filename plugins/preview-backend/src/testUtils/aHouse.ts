// SPDX-License-Identifier: Apache-2.0
import { mockServices } from '@backstage/backend-test-utils';
import type { AuditEvent } from '@preview-environments/backstage-plugin-preview-common';
import type { PreviewDriver } from '@preview-environments/backstage-plugin-preview-node';
import type { Knex } from 'knex';
import { listEvents } from '../audit/listEvents';
import { DatabaseClock } from '../database/clock';
import { claimEnvironment } from '../database/environments/claimEnvironment';
import { insertRevision } from '../database/history/insertRevision';
import { listSteps } from '../database/history/listSteps';
import type { SessionRecord } from '../database/SessionRecord';
import { getSession } from '../database/sessions/getSession';
import { updateSession } from '../database/sessions/updateSession';
import type { Checkpoints } from '../lifecycle/checkpoints';
import type { EntityLookup } from '../lifecycle/EntityLookup';
import { Lifecycle } from '../lifecycle/Lifecycle';
import type { LifecycleMeter } from '../lifecycle/LifecycleMeter';
import type { LifecycleSettings } from '../lifecycle/settings';
import { SessionEvents } from '../sessions/SessionEvents';
import { insertStarted } from './aSession';
import { inProcessWorld, type MemoryObject, settle } from './memoryCluster';
import { MemoryDriver } from './memoryDriver';
import { TestClock } from './TestClock';
import { testRandom } from './testRandom';

/** A clock that takes the test's word for the database's time. */
export class TestDatabaseClock extends DatabaseClock {
  async measure(): Promise<void> {}
}

export interface HouseOptions {
  settings?: Partial<LifecycleSettings>;
  checkpoints?: Checkpoints;
  lookUp?: EntityLookup;
  driver?: PreviewDriver;
  meter?: LifecycleMeter;
}

/** Database, memory cluster and clock, with any number of replicas on them. */
export class TestHouse {
  readonly clock = new TestClock();
  readonly events = new SessionEvents();
  readonly logger = mockServices.logger.mock();
  readonly world = inProcessWorld();
  readonly driver = new MemoryDriver(this.world, this.clock);
  private readonly random = testRandom(1);
  private readonly replicas: Lifecycle[] = [];

  constructor(readonly knex: Knex) {}

  /** One more replica; it works as soon as it is started. */
  replica(options: HouseOptions = {}): Lifecycle {
    const lifecycle = new Lifecycle({
      knex: this.knex,
      clock: new TestDatabaseClock(this.clock),
      random: this.random,
      logger: this.logger,
      events: this.events,
      driverFor: () => options.driver ?? this.driver,
      clusters: ['demo'],
      settings: {
        backstopGrace: 5_000,
        keepFailed: 60_000,
        ...options.settings,
      },
      lookUp: options.lookUp,
      checkpoints: options.checkpoints,
      meter: options.meter,
    });
    this.replicas.push(lifecycle);
    return lifecycle;
  }

  /** What a start does: rows in one transaction, then a nudge. */
  async begin(session: SessionRecord): Promise<string> {
    await this.knex.transaction(async trx => {
      await insertStarted(trx, session);
      const { key, ownerRef, createdAt } = session;
      await claimEnvironment(trx, { key, ownerRef, now: createdAt });
    });
    await this.look(session.id);
    return session.id;
  }

  /** What a command does: change the wish, raise the generation, nudge. */
  async command(
    id: string,
    wish: (session: SessionRecord) => Partial<SessionRecord>,
  ): Promise<void> {
    await this.knex.transaction(async trx => {
      const session = (await getSession(trx, id, { lock: true }))!;
      const now = this.clock.now();
      const patch = {
        generation: session.generation + 1,
        nextRunAt: now,
        ...wish(session),
      };
      await updateSession(trx, id, patch);
      if (patch.revision) {
        await insertRevision(trx, {
          sessionId: id,
          number: patch.revision,
          image: patch.image ?? session.image,
          digests: [],
          at: now,
          by: session.createdBy,
        });
      }
    });
    await this.look(id);
  }

  /** Nudges a session on the first replica and waits until all is quiet. */
  async look(id: string): Promise<void> {
    this.replicas[0]?.nudge(id);
    await this.quiet();
  }

  async quiet(): Promise<void> {
    await Promise.all(this.replicas.map(replica => replica.idle()));
  }

  /** Lets time pass, in steps, doing what becomes due on the way. */
  async pass(ms: number, step = ms): Promise<void> {
    for (let passed = 0; passed < ms; passed += step) {
      this.clock.advance(Math.min(step, ms - passed));
      await this.quiet();
    }
  }

  /** Waits, without time passing, for what is under way in the background. */
  async settled(come: () => Promise<boolean>): Promise<void> {
    do {
      await new Promise(resolve => setImmediate(resolve));
      await this.quiet();
    } while (!(await come()));
  }

  async session(id: string): Promise<SessionRecord> {
    return (await this.knex.transaction(trx => getSession(trx, id)))!;
  }

  /** `name: status` of every step of a revision. */
  async steps(id: string, revision: number): Promise<Record<string, string>> {
    const steps = await this.knex.transaction(trx =>
      listSteps(trx, [id], revision),
    );
    return Object.fromEntries(steps.map(step => [step.name, step.status]));
  }

  async audit(): Promise<AuditEvent[]> {
    return this.knex.transaction(trx =>
      listEvents(trx, { filter: {}, order: 'asc', limit: 1_000 }),
    );
  }

  /** Actions of the audit log, sorted: many happen in one instant. */
  async actions(): Promise<string[]> {
    return (await this.audit()).map(event => event.action).sort();
  }

  /** What the cluster holds once its own controllers have had their say. */
  objects(): MemoryObject[] {
    const world = this.world.read();
    settle(world, this.clock.now());
    return world.objects;
  }

  /** Names of the objects in the cluster, sorted. */
  names(): string[] {
    return this.objects()
      .map(each => each.name)
      .sort();
  }

  /** Whatever went wrong unexpectedly. */
  warnings(): string[] {
    return this.logger.warn.mock.calls.map(([text]) => String(text));
  }

  /** Ends every replica; fails when one of them left something behind. */
  async end(): Promise<void> {
    await Promise.all(this.replicas.map(replica => replica.stop()));
    const leases = await this.knex('sessions').whereNotNull('lease_holder');
    const left = {
      timers: this.clock.pending,
      watches: this.driver.watching,
      listeners: this.events.size,
      leases: leases.length,
    };
    if (Object.values(left).some(count => count > 0)) {
      throw new Error(
        `Left behind: ${JSON.stringify(left)} ${this.warnings().join('\n')}`,
      );
    }
  }
}
