// SPDX-License-Identifier: Apache-2.0
import type { LoggerService } from '@backstage/backend-plugin-api';
import {
  BUNDLE_FORMAT,
  formatEntryList,
} from '@preview-environments/backstage-plugin-preview-common/transparency';
import type { Knex } from 'knex';
import { createHash } from 'node:crypto';
import { mkdir, open, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { recordEvent } from '../../audit/recordEvent';
import type { Clock } from '../../lifecycle/clock';
import { claimFollower, endTurn } from '../follow/followers';
import type { LogKeys } from '../keys/LogKeys';
import { entriesBetween, type EntryRow, withProofs } from '../read/bundleRows';
import { type Head, newestHead } from '../read/head';
import { dropBodies } from './dropBodies';

const NAME = 'archive';
const LEASE = 5 * 60_000;
/** Entries of one file. */
const FILE = 512;

export interface ArchiveOptions {
  knex: Knex;
  clock: Clock;
  logger: LoggerService;
  keys: LogKeys;
  /** How long content stays in the database, milliseconds. */
  keep: number;
  /** Folder for the files. */
  archive: string;
}

/**
 * Moves the content of old events into files, each an evidence bundle of its
 * own: file first, on disk for sure, then the rows. A crash in between writes
 * the same file again.
 */
export class Archive {
  constructor(private readonly options: ArchiveOptions) {}

  /** Archives everything that is old enough. */
  async run(): Promise<void> {
    while (await this.turn()) {
      // There may be more.
    }
  }

  private async turn(): Promise<boolean> {
    const { knex, clock, keep } = this.options;
    const now = clock.now();
    const claim = { name: NAME, now, leaseFor: LEASE };
    const mine = await knex.transaction(async trx => {
      const follower = await claimFollower(trx, claim);
      const head = follower && (await newestHead(trx));
      if (!follower || !head) {
        return null;
      }
      const from = follower.size;
      const to = Math.min(from + FILE, head.size);
      return { head, rows: await entriesBetween(trx, from, to) };
    });
    if (!mine) {
      return false;
    }
    const { head, rows } = mine;
    const due = oldOnes(rows, now - keep);
    const file = due.length > 0 ? await this.write(head, due) : null;
    await knex.transaction(async trx => {
      if (file) {
        await this.drop(trx, due, file);
      }
      const size = due.length > 0 ? due[due.length - 1].index + 1 : undefined;
      const turn = { name: NAME, now: clock.now(), nextAt: now };
      await endTurn(trx, { ...turn, ...(size ? { size } : {}) });
    });
    return due.length === FILE;
  }

  private async write(
    head: Head,
    rows: EntryRow[],
  ): Promise<{ name: string; hash: string }> {
    const { knex, clock, keys, archive } = this.options;
    const events = await knex.transaction(trx =>
      withProofs(trx, head.size, rows),
    );
    const [from, to] = [rows[0].index, rows[rows.length - 1].index];
    const lines = [
      {
        type: 'bundle',
        format: BUNDLE_FORMAT,
        exportedAt: new Date(clock.now()).toISOString(),
        checkpoint: head.note,
        keys: keys.describe().map(({ verifierKey }) => verifierKey),
        whole: false,
        filter: { entries: `${from}-${to}` },
      },
      ...events,
      { type: 'end', events: events.length },
    ];
    const text = lines.map(line => `${JSON.stringify(line)}\n`).join('');
    const name = `preview-audit-${from}-${to}.jsonl`;
    await mkdir(archive, { recursive: true });
    await writeForSure(join(archive, name), text);
    return { name, hash: createHash('sha256').update(text).digest('hex') };
  }

  private async drop(
    trx: Knex.Transaction,
    rows: EntryRow[],
    { name, hash }: { name: string; hash: string },
  ): Promise<void> {
    const at = this.options.clock.now();
    const kept = rows.filter(({ body }) => body !== null);
    if (kept.length === 0) {
      return;
    }
    const ids = kept.map(({ id }) => id);
    await dropBodies(trx, ids, { gone: 'archived', at });
    const entries = formatEntryList(kept.map(({ index }) => index));
    await recordEvent(trx, {
      identity: ['audit.archived', name],
      action: 'audit.archived',
      at,
      actor: 'system',
      via: 'sweep',
      reason: `${entries}moved to ${name}, sha256 ${hash}`,
    });
  }
}

/** The first entries, up to one that is too young to go. */
function oldOnes(rows: EntryRow[], before: number): EntryRow[] {
  const young = rows.findIndex(({ at }) => at !== null && at >= before);
  return young < 0 ? rows : rows.slice(0, young);
}

/** Whole and on disk, or not there under this name. */
async function writeForSure(path: string, text: string): Promise<void> {
  const part = `${path}.part`;
  const file = await open(part, 'w');
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(part, path);
}
