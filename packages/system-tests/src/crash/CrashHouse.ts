// SPDX-License-Identifier: Apache-2.0
import type { Engine } from '../backend/product';
import { aTarget } from '../fixtures/sessions';
import type { TestServer } from '../fixtures/TestServer';
import type { WorkerCode } from '../fixtures/workerCode';
import { World } from '../fixtures/World';
import { aDatabase, type SharedDatabase } from './aDatabase';
import { aReplica } from './aReplica';
import { census } from './census';
import { evidence } from './evidence';
import type { KillPoint } from './KillPoint';
import {
  aSession,
  checkHouse,
  claimEnvironment,
  createdAt,
  DatabaseClock,
  insertStarted,
  NO_CHECKPOINTS,
  numbered,
  processClock,
  withFields,
} from './product';
import { tellStory } from './tellStory';
import { WorkerProcess } from './WorkerProcess';

const HOUR = 3_600_000;

/** What all houses share. */
export interface CrashGround {
  server: TestServer;
  code: WorkerCode;
}

/** What became of one story. */
export interface Outcome {
  /** Whether the worker died where it was told to. */
  killed: boolean;
  passed: string[];
  /** Broken promises; none when all is well. */
  broken: string[];
}

/** A database, a namespace of a cluster, and workers that die. */
export class CrashHouse {
  private sessions = 0;
  private next: WorkerProcess;

  private constructor(
    private readonly database: SharedDatabase,
    private readonly clock: DatabaseClock,
    private readonly world: World,
    private readonly code: WorkerCode,
  ) {
    this.next = new WorkerProcess(code);
  }

  static async build(
    engine: Engine,
    { server, code }: CrashGround,
  ): Promise<CrashHouse> {
    const database = await aDatabase(engine);
    const clock = new DatabaseClock(processClock);
    await clock.measure(database.knex);
    const world = await World.create(server, { watched: false });
    await aTarget(world);
    await world.productionReady();
    return new CrashHouse(database, clock, world, code);
  }

  /** One whole life, in which the first worker dies at `kill`. */
  async play(kill: KillPoint | null): Promise<Outcome> {
    const { knex, config } = this.database;
    const id = await this.begin();
    const worker = this.next;
    this.next = new WorkerProcess(this.code);
    worker.work({ database: config, driver: this.world.settings, kill });

    let story = 'running';
    const heir = worker.ended.then(async () => {
      if (story === 'over') {
        return null;
      }
      const replica = aReplica(knex, this.world.settings, NO_CHECKPOINTS);
      await replica.start();
      return replica;
    });
    try {
      await tellStory(knex, id, () => this.clock.now());
    } catch (error) {
      const seen = await evidence(this.world, id);
      throw new Error(
        `After ${JSON.stringify(kill)}: ${error}\nThe cluster: ${JSON.stringify(
          seen,
        )}`,
      );
    } finally {
      story = 'over';
      await worker.stop();
      await (await heir)?.stop();
    }
    const end = await worker.ended;
    if (end !== 'SIGKILL' && !end.startsWith('exit 0')) {
      throw new Error(`The worker ended by itself: ${end}`);
    }
    return {
      killed: end === 'SIGKILL',
      passed: worker.passed,
      broken: await checkHouse(knex, await census(this.world)),
    };
  }

  async end(): Promise<void> {
    await this.next.discard();
    await this.world.destroy();
    await this.database.close();
  }

  private async begin(): Promise<string> {
    this.sessions += 1;
    const now = this.clock.now();
    const session = aSession(
      numbered(this.sessions),
      createdAt(now),
      withFields({
        cluster: this.world.cluster,
        namespace: this.world.namespace,
        driver: 'kubernetes',
        expiresAt: now + HOUR,
        backstopAt: now + HOUR + 5_000,
      }),
    );
    await this.database.knex.transaction(async trx => {
      await insertStarted(trx, session);
      const { key, ownerRef } = session;
      await claimEnvironment(trx, { key, ownerRef, now });
    });
    return session.id;
  }
}
