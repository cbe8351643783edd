// SPDX-License-Identifier: Apache-2.0
import type { Knex } from 'knex';

/** How far something that follows the log has come. */
export interface Follower {
  name: string;
  /** Entries that it has dealt with. */
  size: number;
  /** When it last came further. */
  at: number | null;
  /** Why the last attempt failed. */
  problem: string | null;
  /** Failed attempts since. */
  attempts: number;
}

const ANCHORS = 'anchor:';

/** Under which name an anchor follows the log. */
export function followerOf(anchor: string): string {
  return `${ANCHORS}${anchor}`;
}

/** Whether a follower keeps checkpoints outside the database. */
export function isAnchor({ name }: Pick<Follower, 'name'>): boolean {
  return name.startsWith(ANCHORS);
}

const toFollower = (row: Record<string, unknown>): Follower => ({
  name: String(row.name),
  size: Number(row.size),
  at: row.at === null ? null : Number(row.at),
  problem: row.problem as string | null,
  attempts: Number(row.attempts),
});

/** Whether there is anything for a follower to do; asked without writing. */
export async function isBehind(knex: Knex, name: string): Promise<boolean> {
  const row = await knex('audit_head as h')
    .leftJoin('audit_followers as f', 'f.name', knex.raw('?', [name]))
    .where('h.id', 1)
    .whereRaw('h.size > coalesce(f.size, 0)')
    .first('h.size');
  return row !== undefined;
}

/**
 * Takes the next turn of a follower, if it is due and no other replica has
 * it. A replica that dies meanwhile loses it after `leaseFor`.
 */
export async function claimFollower(
  trx: Knex.Transaction,
  { name, now, leaseFor }: { name: string; now: number; leaseFor: number },
): Promise<Follower | null> {
  const first = { name, size: 0, attempts: 0, next_at: now };
  await trx('audit_followers').insert(first).onConflict('name').ignore();
  const [row] = await trx('audit_followers')
    .where({ name })
    .where('next_at', '<=', now)
    .update({ next_at: now + leaseFor })
    .returning('*');
  return row ? toFollower(row) : null;
}

/** What became of a turn. */
export interface Turn {
  name: string;
  now: number;
  /** When the next one is due. */
  nextAt: number;
  /** How far it came; absent when it did not. */
  size?: number;
  problem?: string;
}

export async function endTurn(
  trx: Knex.Transaction,
  { name, now, nextAt, size, problem }: Turn,
): Promise<void> {
  await trx('audit_followers')
    .where({ name })
    .update({
      next_at: nextAt,
      problem: problem ?? null,
      attempts: problem === undefined ? 0 : trx.raw('attempts + 1'),
      ...(size === undefined ? {} : { size, at: now }),
    });
}

/** Every follower that ever began. */
export async function listFollowers(
  trx: Knex.Transaction,
): Promise<Follower[]> {
  const rows = await trx('audit_followers').orderBy('name');
  return rows.map(toFollower);
}
