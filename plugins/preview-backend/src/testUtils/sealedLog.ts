// SPDX-License-Identifier: Apache-2.0
import {
  leafHash,
  toBase64,
  TreeBuilder,
} from '@preview-environments/backstage-plugin-preview-common/transparency';
import type { Knex } from 'knex';
import type { NewAuditEvent } from '../audit/NewAuditEvent';
import { recordEvent } from '../audit/recordEvent';
import { LogKeys } from '../transparency/keys/LogKeys';
import { makeSecret, readSecret } from '../transparency/keys/LogKey';
import { sealBatch } from '../transparency/seal/sealBatch';
import { TEST_START } from './aSession';

export const TEST_ORIGIN = 'portal.example.com/previews';

/** Keys of a log, fresh ones each time. */
export function testKeys(): LogKeys {
  return new LogKeys(TEST_ORIGIN, [readSecret(makeSecret())!], false);
}

/** The nth fact of a test. */
export function aFact(
  n: number,
  more: Partial<NewAuditEvent> = {},
): NewAuditEvent {
  return {
    identity: ['test', n],
    at: TEST_START + n,
    action: 'session.started',
    actor: 'user:default/ann',
    via: 'portal',
    sessionId: `session-${n % 10}`,
    reason: `fact ${n}`,
    ...more,
  };
}

/** Records the facts `from` to below `to`, all in one transaction. */
export async function recordFacts(
  knex: Knex,
  from: number,
  to: number,
  more: Partial<NewAuditEvent> = {},
): Promise<void> {
  await knex.transaction(async trx => {
    for (let n = from; n < to; n += 1) {
      await recordEvent(trx, aFact(n, more));
    }
  });
}

/** Seals what waits, in one checkpoint. */
export function seal(knex: Knex, keys: LogKeys, limit = 10_000) {
  return knex.transaction(trx =>
    sealBatch(trx, { keys, limit, now: TEST_START }),
  );
}

/**
 * Compares leaves, tiles and checkpoints with the events, and lists every
 * broken promise: events with no leaf or with two, gaps, wrong roots.
 */
export async function checkLog(knex: Knex): Promise<string[]> {
  const broken: string[] = [];
  const leaves = await knex('audit_leaves as l')
    .leftJoin('audit_events as e', 'e.id', 'l.event_id')
    .orderBy('l.leaf_index')
    .select('l.leaf_index', 'l.event_id', 'e.leaf_hash');
  const events: string[] = await knex('audit_events').pluck('id');
  const waiting: string[] = await knex('audit_pending').pluck('event_id');
  const sealed = new Set(leaves.map(leaf => leaf.event_id));
  const places = [...leaves.map(leaf => leaf.event_id), ...waiting];
  const placed = new Set(places);
  if (placed.size !== places.length) {
    broken.push('an event has two places');
  }
  for (const id of events) {
    if (!placed.has(id)) broken.push(`event ${id} has no place`);
  }
  if (sealed.size + waiting.length !== events.length) {
    broken.push(`${events.length} events, ${places.length} places`);
  }
  const checkpoints = new Map(
    (await knex('audit_checkpoints')).map(row => [
      Number(row.size),
      row as { root: string; note: string },
    ]),
  );
  const tree = new TreeBuilder();
  for (const leaf of leaves) {
    if (Number(leaf.leaf_index) !== tree.size) {
      broken.push(`leaf ${leaf.leaf_index} stands at ${tree.size}`);
    }
    tree.add(leafHash(new Uint8Array(Buffer.from(leaf.leaf_hash, 'hex'))));
    const checkpoint = checkpoints.get(tree.size);
    const root = tree.root();
    if (
      checkpoint &&
      (checkpoint.root !== Buffer.from(root).toString('hex') ||
        !checkpoint.note.includes(`\n${tree.size}\n${toBase64(root)}\n`))
    ) {
      broken.push(`the checkpoint of size ${tree.size} has another root`);
    }
  }
  const [head] = await knex('audit_head');
  if (
    Number(head.size) !== tree.size ||
    (tree.size > 0 && !checkpoints.has(tree.size)) ||
    [...checkpoints.keys()].some(size => size > tree.size)
  ) {
    broken.push(`head and checkpoints do not fit ${tree.size} leaves`);
  }
  return broken;
}
