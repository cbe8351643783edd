// SPDX-License-Identifier: Apache-2.0
import {
  appendLeaves,
  leafHash,
} from '@preview-environments/backstage-plugin-preview-common/transparency';
import type { Knex } from 'knex';
import type { LogKeys } from '../keys/LogKeys';
import { rangeHashes } from '../read/rangeHashes';
import { lockHead } from './lockHead';
import { loadEdge, saveTiles } from './tileRows';

interface Pending {
  eventId: string;
  entry: string;
}

/**
 * Gives leaves to events that wait, and signs the tree that they make: all in
 * one transaction, so a crash leaves either nothing of it or all of it.
 *
 * @returns the new size and how many were sealed; 0 = none was waiting
 */
export async function sealBatch(
  trx: Knex.Transaction,
  { keys, limit, now }: { keys: LogKeys; limit: number; now: number },
): Promise<{ size: number; sealed: number }> {
  const { size, origin } = await lockHead(trx);
  const pending = await takePending(trx, limit);
  if (pending.length === 0) {
    return { size, sealed: 0 };
  }
  const leaves = pending.map(({ entry }) =>
    leafHash(new Uint8Array(Buffer.from(entry, 'hex'))),
  );
  const grown = appendLeaves(size, await loadEdge(trx, size), leaves);
  await saveTiles(trx, grown.changed);
  await insertLeaves(trx, size, pending);

  const newSize = size + pending.length;
  const [root] = await rangeHashes(trx, [{ start: 0, end: newSize }]);
  await trx('audit_checkpoints').insert({
    size: newSize,
    root: Buffer.from(root).toString('hex'),
    note: keys.checkpoint({ size: newSize, root }),
    sealed_at: now,
  });
  await trx('audit_head')
    .where({ id: 1 })
    .update({ size: newSize, origin: origin ?? keys.origin });
  return { size: newSize, sealed: pending.length };
}

/**
 * Takes events out of the queue, the oldest first. One that has a leaf
 * already, by whatever hand, never gets a second one.
 */
async function takePending(
  trx: Knex.Transaction,
  limit: number,
): Promise<Pending[]> {
  const rows = await trx('audit_pending')
    .select('seq', 'event_id', 'entry')
    .orderBy('seq')
    .limit(limit);
  await trx('audit_pending')
    .whereIn(
      'seq',
      rows.map(row => row.seq),
    )
    .delete();
  const sealed = new Set<string>(
    await trx('audit_leaves')
      .whereIn(
        'event_id',
        rows.map(row => row.event_id),
      )
      .pluck('event_id'),
  );
  return rows
    .map(row => ({
      eventId: row.event_id as string,
      entry: row.entry as string,
    }))
    .filter(({ eventId }) => !sealed.has(eventId));
}

/** SQLite takes 500 rows in one statement. */
const ROWS = 500;

async function insertLeaves(
  trx: Knex.Transaction,
  size: number,
  pending: Pending[],
): Promise<void> {
  for (let at = 0; at < pending.length; at += ROWS) {
    await trx('audit_leaves').insert(
      pending.slice(at, at + ROWS).map(({ eventId }, n) => ({
        leaf_index: size + at + n,
        event_id: eventId,
      })),
    );
  }
}
