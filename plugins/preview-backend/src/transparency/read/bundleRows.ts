// SPDX-License-Identifier: Apache-2.0
import {
  type BundleEvent,
  hashAt,
  inclusionRanges,
  TILE_WIDTH,
  toBase64,
} from '@preview-environments/backstage-plugin-preview-common/transparency';
import type { Knex } from 'knex';
import { loadTiles } from '../seal/tileRows';
import { rangeHashes } from './rangeHashes';

/** An entry of the log with everything that is left of its event. */
export interface EntryRow {
  index: number;
  id: string;
  /** Hex; empty when somebody removed the event. */
  entry: string;
  salt: string | null;
  body: string | null;
  gone: BundleEvent['gone'];
  /** Of the body, epoch milliseconds. */
  at: number | null;
}

const COLUMNS = [
  'l.leaf_index',
  'l.event_id',
  'e.leaf_hash',
  'b.salt',
  'b.body',
  'b.at',
  'a.gone',
];

/** Entries with what belongs to them; narrow it by a condition on an index. */
export function entryQuery(trx: Knex.Transaction): Knex.QueryBuilder {
  return trx('audit_leaves as l')
    .leftJoin('audit_events as e', 'e.id', 'l.event_id')
    .leftJoin('audit_bodies as b', 'b.event_id', 'l.event_id')
    .leftJoin('audit_archived as a', 'a.event_id', 'l.event_id')
    .select(COLUMNS)
    .orderBy('l.leaf_index');
}

export function toEntryRow(row: Record<string, any>): EntryRow {
  return {
    index: Number(row.leaf_index),
    id: row.event_id,
    entry: row.leaf_hash ?? '',
    salt: row.salt,
    body: row.body,
    gone: row.gone,
    at: row.at === null ? null : Number(row.at),
  };
}

/** The entries from `from` to below `to`, in the order of the log. */
export async function entriesBetween(
  trx: Knex.Transaction,
  from: number,
  to: number,
): Promise<EntryRow[]> {
  const rows = await entryQuery(trx)
    .where('l.leaf_index', '>=', from)
    .where('l.leaf_index', '<', to);
  return rows.map(toEntryRow);
}

const lineOf = ({ index, id, entry, salt, body, gone }: EntryRow) => ({
  ...{ type: 'event' as const, index, id, salt, body, gone },
  entry: Buffer.from(entry, 'hex').toString('base64'),
});

/** Entries of one tile of level 0 beside the leaves that the tree has. */
export async function withLeaves(
  trx: Knex.Transaction,
  tile: number,
  rows: EntryRow[],
): Promise<BundleEvent[]> {
  const [found] = await loadTiles(trx, [{ level: 0, index: tile }]);
  return rows.map(row => ({
    ...lineOf(row),
    leaf: toBase64(hashAt(found.hashes, row.index % TILE_WIDTH)),
    proof: null,
  }));
}

/** Entries, each with its inclusion proof for a log of that size. */
export async function withProofs(
  trx: Knex.Transaction,
  size: number,
  rows: EntryRow[],
): Promise<BundleEvent[]> {
  const ranges = rows.map(({ index }) => inclusionRanges(index, size));
  const hashes = await rangeHashes(trx, ranges.flat());
  let at = 0;
  return rows.map((row, n) => {
    const proof = hashes.slice(at, at + ranges[n].length);
    at += ranges[n].length;
    return { ...lineOf(row), leaf: null, proof: proof.map(toBase64) };
  });
}
