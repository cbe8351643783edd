// SPDX-License-Identifier: Apache-2.0
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import type { Shop } from '../backend/aShop';
import { ChildBackend } from '../backend/ChildBackend';
import type { Portal } from '../backend/Portal';
import { previewConfig } from '../backend/previewConfig';
import type { Engine } from '../backend/product';
import { until } from '../fixtures/until';
import { wholeDatabase, type WholeDatabase } from '../backend/wholeDatabase';

/**
 * Whole backends over one database: two of them on PostgreSQL; on SQLite one,
 * which comes back when it was killed.
 */
export class Replicas {
  private constructor(
    private readonly folder: string,
    private readonly database: WholeDatabase,
    private readonly first: ChildBackend,
    private readonly second: ChildBackend | null,
  ) {}

  static async start(engine: Engine, shop: Shop): Promise<Replicas> {
    const folder = mkdtempSync(join(tmpdir(), 'preview-replicas-'));
    const database = await wholeDatabase(engine, folder);
    const create = (name: string) =>
      ChildBackend.create({
        name,
        folder,
        database: database.config(name),
        preview: previewConfig(shop),
      });
    const two = engine.startsWith('POSTGRES');
    const replicas = new Replicas(
      folder,
      database,
      await create('first'),
      two ? await create('second') : null,
    );
    // One after the other: both make the tables where there are none.
    await replicas.first.start();
    await replicas.second?.start();
    return replicas;
  }

  /** The one that is killed; it works on what it is told first. */
  get victim(): Portal {
    return this.first.as('engineer');
  }

  /** Who is there when the victim is dead. */
  get survivor(): ChildBackend {
    return this.second ?? this.first;
  }

  /** Kills the victim and answers the backend that is there afterwards. */
  async kill(): Promise<ChildBackend> {
    await this.first.kill();
    return this.successor();
  }

  /** Has the victim end in order, and answers the backend that is there then. */
  async leave(): Promise<{ code: number | null; left: ChildBackend }> {
    const code = await this.first.leave();
    return { code, left: await this.successor() };
  }

  /** Milliseconds from now until somebody works on a session again. */
  async takeover(id: string): Promise<number> {
    const tokenOf = async (): Promise<number> =>
      (await this.database.ours()('sessions').where({ id }).first())
        .lease_token;
    const begun = performance.now();
    const before = await tokenOf();
    await until('a new lease', tokenOf, token => token > before, 120_000);
    return performance.now() - begun;
  }

  /** The victim is there again. */
  async heal(): Promise<void> {
    if (this.second) {
      await this.first.start();
    }
  }

  private async successor(): Promise<ChildBackend> {
    if (!this.second) {
      await this.first.start();
    }
    return this.survivor;
  }

  async stop(): Promise<void> {
    await this.first.kill();
    await this.second?.kill();
    await this.database.drop();
    rmSync(this.folder, { recursive: true, force: true });
  }
}
