// SPDX-License-Identifier: Apache-2.0
import { join } from 'node:path';
import type { Engine } from '../backend/product';
import { aDatabase, type SharedDatabase } from './aDatabase';
import { aReplica } from './aReplica';
import { newFileWorld } from './fileWorld';
import type { KillPoint } from './KillPoint';
import {
  aSession,
  type CensusEntry,
  checkHouse,
  claimEnvironment,
  createdAt,
  DatabaseClock,
  insertStarted,
  NO_CHECKPOINTS,
  numbered,
  processClock,
  settle,
  withFields,
  type WorldStore,
} from './product';
import { tellStory } from './tellStory';
import { WorkerProcess } from './WorkerProcess';

const HOUR = 3_600_000;

/** What became of one story. */
export interface Outcome {
  /** Whether the worker died where it was told to. */
  killed: boolean;
  passed: string[];
  /** Broken promises; none when all is well. */
  broken: string[];
}

/** A database, a cluster in a file, and workers that die. */
export class CrashHouse {
  private sessions = 0;
  private next = new WorkerProcess();

  private constructor(
    private readonly database: SharedDatabase,
    private readonly clock: DatabaseClock,
    private readonly worldFile: string,
    private readonly world: WorldStore,
  ) {}

  static async build(engine: Engine): Promise<CrashHouse> {
    const database = await aDatabase(engine);
    const clock = new DatabaseClock(processClock);
    await clock.measure(database.knex);
    const file = join(database.folder, 'cluster.json');
    return new CrashHouse(database, clock, file, newFileWorld(file));
  }

  /** One whole life, in which the first worker dies at `kill`. */
  async play(kill: KillPoint | null): Promise<Outcome> {
    const { knex, config } = this.database;
    const id = await this.begin();
    const worker = this.next;
    this.next = new WorkerProcess();
    worker.work({ database: config, world: this.worldFile, kill });

    let story = 'running';
    const heir = worker.ended.then(async () => {
      if (story === 'over') {
        return null;
      }
      const replica = aReplica(knex, this.world, NO_CHECKPOINTS);
      await replica.start();
      return replica;
    });
    try {
      await tellStory(knex, id, () => this.clock.now());
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
      broken: await checkHouse(knex, this.census()),
    };
  }

  async end(): Promise<void> {
    await this.next.discard();
    await this.database.close();
  }

  private census(): CensusEntry[] {
    const world = this.world.read();
    settle(world, this.clock.now());
    return world.objects.map(({ sessionId, kind, revision, owner }) => ({
      sessionId,
      kind,
      revision: kind === 'pods' ? revision : null,
      owned: kind === 'root' || world.objects.some(each => each.uid === owner),
    }));
  }

  private async begin(): Promise<string> {
    this.sessions += 1;
    const now = this.clock.now();
    const session = aSession(
      numbered(this.sessions),
      createdAt(now),
      withFields({
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
