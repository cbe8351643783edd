// SPDX-License-Identifier: Apache-2.0
import type {
  AuditAnchor,
  AuditState,
} from '@preview-environments/backstage-plugin-preview-common';
import { toBase64 } from '@preview-environments/backstage-plugin-preview-common/transparency';
import type { Knex } from 'knex';
import {
  type Follower,
  followerOf,
  isAnchor,
  listFollowers,
} from '../follow/followers';
import type { LogKeys } from '../keys/LogKeys';
import { newestHead } from './head';

const MOST_COUNTED = 1_000;

const iso = (at: number | null) =>
  at === null ? null : new Date(at).toISOString();

/** How far the log is sealed and anchored. */
export async function readState(
  trx: Knex.Transaction,
  keys: LogKeys,
  anchorNames: AuditAnchor['name'][],
): Promise<AuditState> {
  const head = await newestHead(trx);
  const followers = await listFollowers(trx);
  const waiting = await trx('audit_pending').select('seq').limit(MOST_COUNTED);
  return {
    origin: keys.origin,
    size: head?.size ?? 0,
    root: head && toBase64(head.root),
    sealedAt: iso(head?.sealedAt ?? null),
    waiting: waiting.length,
    keys: keys.describe(),
    developmentKey: keys.development,
    anchored: newestAnchored(followers),
    anchors: anchorNames.map(name => describe(name, followers)),
    checkpoint: head?.note ?? null,
  };
}

function describe(
  name: AuditAnchor['name'],
  followers: Follower[],
): AuditAnchor {
  const found = followers.find(each => each.name === followerOf(name));
  return {
    name,
    size: found?.size || null,
    at: iso(found?.at ?? null),
    problem: found?.problem ?? null,
  };
}

const anchorsAmong = (followers: Follower[]) =>
  followers.filter(each => isAnchor(each) && each.size > 0);

function newestAnchored(followers: Follower[]): AuditState['anchored'] {
  const [newest] = anchorsAmong(followers).sort((a, b) => b.size - a.size);
  const at = iso(newest?.at ?? null);
  return newest && at !== null ? { size: newest.size, at } : null;
}

/** Sizes of the newest checkpoint in each place. */
export async function anchoredSizes(trx: Knex.Transaction): Promise<number[]> {
  return anchorsAmong(await listFollowers(trx)).map(({ size }) => size);
}
