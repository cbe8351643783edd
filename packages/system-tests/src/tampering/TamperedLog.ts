// SPDX-License-Identifier: Apache-2.0
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Knex } from 'knex';
import {
  isPostgres,
  type LogKeys,
  preview,
  processClock,
  recordFacts,
  seal,
  testKeys,
  TransparencyLog,
} from './product';

/** Entries of the log; three tiles, the last one unfinished. */
export const SIZE = 600;
/** Sizes at which the auditor kept a checkpoint. */
export const KEPT = [100, 300, SIZE];

const TABLES = [
  'audit_archived',
  'audit_bodies',
  'audit_checkpoints',
  'audit_events',
  'audit_leaves',
  'audit_tiles',
];

/** A sealed log, an administrator who alters it, and an auditor who checks. */
export class TamperedLog {
  private readonly folder = mkdtempSync(join(tmpdir(), 'preview-tampering-'));
  private readonly kept = join(this.folder, 'kept');

  private constructor(readonly knex: Knex, readonly keys: LogKeys) {}

  static async build(knex: Knex): Promise<TamperedLog> {
    const log = new TamperedLog(knex, testKeys());
    const checkpoints: string[] = [];
    let recorded = 0;
    for (const size of KEPT) {
      await recordFacts(knex, recorded, size);
      recorded = size;
      await seal(knex, log.keys);
      checkpoints.push(await log.reader().checkpoint());
    }
    writeFileSync(log.kept, checkpoints.join('\n'));
    return log;
  }

  /** As whoever administers the database can. */
  async dropTriggers(): Promise<void> {
    if (isPostgres(this.knex)) {
      for (const table of TABLES) {
        await this.knex.raw(`alter table ${table} disable trigger user`);
      }
      return;
    }
    const names: string[] = await this.knex('sqlite_master')
      .where({ type: 'trigger' })
      .pluck('name');
    for (const name of names) {
      await this.knex.raw(`drop trigger ${name}`);
    }
  }

  /** The event at a place of the log. */
  async eventAt(index: number): Promise<string> {
    const row = await this.knex('audit_leaves')
      .where({ leaf_index: index })
      .first();
    return row.event_id;
  }

  /** Throws tree and checkpoints away, and builds them anew from the events. */
  async sealAgain(keys = this.keys): Promise<void> {
    const { knex } = this;
    const left = await knex('audit_leaves as l')
      .join('audit_events as e', 'e.id', 'l.event_id')
      .orderBy('l.leaf_index')
      .select('l.event_id', 'e.leaf_hash as entry');
    for (const table of ['leaves', 'tiles', 'checkpoints', 'pending']) {
      await knex(`audit_${table}`).delete();
    }
    await knex('audit_head').update({ size: 0 });
    await knex.batchInsert('audit_pending', left, 100);
    await seal(knex, keys);
  }

  /** What the auditor's check of an exported bundle says. */
  async check(
    filter: { sessionId?: string } = {},
    options: { since: boolean } = { since: true },
  ) {
    const bundle = join(this.folder, 'bundle');
    const part = filter.sessionId ? { filter, restrict: undefined } : null;
    let text = '';
    const since = KEPT;
    for await (const chunk of await this.reader().bundle({
      ...{ asked: filter, since, part },
    })) {
      text += chunk;
    }
    writeFileSync(bundle, text);
    const [{ verifierKey }] = this.keys.describe();
    return preview(
      ...['audit', 'verify', bundle, '--key', verifierKey],
      ...(options.since ? ['--since', this.kept] : []),
    );
  }

  end(): void {
    rmSync(this.folder, { recursive: true });
  }

  private reader(): TransparencyLog {
    const { knex, keys } = this;
    return new TransparencyLog({
      ...{ knex, keys, clock: processClock, anchors: [] },
    });
  }
}
