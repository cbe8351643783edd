// SPDX-License-Identifier: Apache-2.0
import {
  BUNDLE_FORMAT,
  type BundleEvent,
  type BundleGrowth,
  type BundleHead,
  type BundleLine,
  consistencyRanges,
  TILE_WIDTH,
  toBase64,
} from '@preview-environments/backstage-plugin-preview-common/transparency';
import type { Knex } from 'knex';
import { type AuditFilter, applyFilter } from '../../audit/listEvents';
import type { Restrict } from '../../database/sessions/sessionFilter';
import {
  entriesBetween,
  entryQuery,
  toEntryRow,
  withLeaves,
  withProofs,
} from './bundleRows';
import type { Head } from './head';
import { rangeHashes } from './rangeHashes';

const PAGE = 200;

export interface BundleRequest {
  knex: Knex;
  head: Head;
  /** Verifier keys of who signed the head. */
  keys: string[];
  /** Old sizes that the bundle is to prove growth from. */
  since: number[];
  now: number;
  /** As it was asked for; only told. */
  asked: Record<string, unknown>;
  /** `null` = every entry. */
  part: { filter: AuditFilter; restrict: Restrict | undefined } | null;
}

/** Writes an evidence bundle, line by line, in constant memory. */
export async function* bundleLines(
  request: BundleRequest,
): AsyncGenerator<string> {
  const { knex, head, part } = request;
  yield write(headOf(request));
  for (const growth of await growthOf(request)) {
    yield write(growth);
  }
  let count = 0;
  const pages = part
    ? partPages(knex, head.size, part)
    : wholePages(knex, head.size);
  for await (const events of pages) {
    if (events.length > 0) {
      count += events.length;
      yield events.map(event => write(event)).join('');
    }
  }
  yield write({ type: 'end', events: count });
}

function write(line: BundleLine): string {
  return `${JSON.stringify(line)}\n`;
}

function headOf({ head, keys, now, asked, part }: BundleRequest): BundleHead {
  return {
    type: 'bundle',
    format: BUNDLE_FORMAT,
    exportedAt: new Date(now).toISOString(),
    checkpoint: head.note,
    keys,
    whole: part === null,
    filter: asked,
  };
}

/** Larger sizes are left out: they are for the verifier to wonder about. */
async function growthOf({
  knex,
  head,
  since,
}: BundleRequest): Promise<BundleGrowth[]> {
  const sizes = [...new Set(since)]
    .filter(from => from > 0 && from < head.size)
    .sort((a, b) => a - b);
  return knex.transaction(async trx => {
    const growth: BundleGrowth[] = [];
    for (const from of sizes) {
      const ranges = consistencyRanges(from, head.size);
      const proof = (await rangeHashes(trx, ranges)).map(toBase64);
      growth.push({ type: 'growth', from, proof });
    }
    return growth;
  });
}

async function* wholePages(
  knex: Knex,
  size: number,
): AsyncGenerator<BundleEvent[]> {
  for (let tile = 0; tile * TILE_WIDTH < size; tile += 1) {
    const from = tile * TILE_WIDTH;
    const to = Math.min(from + TILE_WIDTH, size);
    yield await knex.transaction(async trx =>
      withLeaves(trx, tile, await entriesBetween(trx, from, to)),
    );
  }
}

async function* partPages(
  knex: Knex,
  size: number,
  { filter, restrict }: NonNullable<BundleRequest['part']>,
): AsyncGenerator<BundleEvent[]> {
  let after: { at: number; id: string } | undefined;
  for (;;) {
    const last = after;
    const page = await knex.transaction(async trx => {
      const ids = matching(trx, filter, restrict, last);
      const found = await ids;
      const rows = await entryQuery(trx)
        .whereIn(
          'l.event_id',
          found.map(({ event_id: id }) => id),
        )
        .where('l.leaf_index', '<', size);
      return {
        found,
        events: await withProofs(trx, size, rows.map(toEntryRow)),
      };
    });
    yield page.events;
    if (page.found.length < PAGE) {
      return;
    }
    const { at, event_id: id } = page.found.at(-1)!;
    after = { at: Number(at), id };
  }
}

interface Place {
  at: unknown;
  event_id: string;
}

function matching(
  trx: Knex.Transaction,
  filter: AuditFilter,
  restrict: Restrict | undefined,
  after: { at: number; id: string } | undefined,
): Knex.QueryBuilder<any, Place[]> {
  const query = trx('audit_bodies')
    .select<Place[]>('at', 'event_id')
    .orderBy([{ column: 'at' }, { column: 'event_id' }])
    .limit(PAGE);
  applyFilter(query, filter);
  if (after) {
    query.whereRaw('(at, event_id) > (?, ?)', [after.at, after.id]);
  }
  if (restrict) {
    query.where(inner => restrict(inner));
  }
  return query;
}
