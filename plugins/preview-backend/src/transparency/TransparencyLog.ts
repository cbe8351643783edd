// SPDX-License-Identifier: Apache-2.0
import {
  type AuditConsistency,
  type AuditState,
  previewError,
} from '@preview-environments/backstage-plugin-preview-common';
import {
  consistencyRanges,
  formatTlogProof,
  inclusionRanges,
  parseTilePath,
  toBase64,
} from '@preview-environments/backstage-plugin-preview-common/transparency';
import type { Knex } from 'knex';
import type { AuditFilter } from '../audit/listEvents';
import type { Restrict } from '../database/sessions/sessionFilter';
import type { Clock } from '../lifecycle/clock';
import type { Anchor } from './follow/Anchor';
import type { LogKeys } from './keys/LogKeys';
import { bundleLines } from './read/bundle';
import { type Head, newestHead } from './read/head';
import { rangeHashes } from './read/rangeHashes';
import { anchoredSizes, readState } from './read/state';
import { readTile } from './read/tile';

/** What can be read of the log, without asking who reads. */
export class TransparencyLog {
  constructor(
    private readonly options: {
      knex: Knex;
      clock: Clock;
      keys: LogKeys;
      anchors: Anchor['name'][];
    },
  ) {}

  state(): Promise<AuditState> {
    const { knex, keys, anchors } = this.options;
    return knex.transaction(trx => readState(trx, keys, anchors));
  }

  /** @throws PreviewError `NotSealedYet` before the first seal */
  async checkpoint(): Promise<string> {
    const { note } = await this.options.knex.transaction(trx => headOf(trx));
    return note;
  }

  /** @throws PreviewError `TileNotFound` */
  async tile(level: string, path: string): Promise<Buffer> {
    const request = parseTilePath(level, path);
    const tile =
      request &&
      (await this.options.knex.transaction(async trx =>
        readTile(trx, request, (await headOf(trx)).size),
      ));
    if (!tile) {
      throw previewError('TileNotFound');
    }
    return tile;
  }

  /**
   * That an event is in the log, as C2SP tlog-proof.
   *
   * @throws PreviewError `AuditEventNotFound`, `NotSealedYet`
   */
  proof(eventId: string, restrict: Restrict | undefined): Promise<string> {
    return this.options.knex.transaction(async trx => {
      const seen = trx('audit_bodies').where('event_id', eventId).first();
      if (!(await (restrict ? seen.where(q => restrict(q)) : seen))) {
        throw previewError('AuditEventNotFound');
      }
      const head = await headOf(trx);
      const leaf = await trx('audit_leaves')
        .where({ event_id: eventId })
        .first();
      const index = leaf ? Number(leaf.leaf_index) : head.size;
      if (index >= head.size) {
        throw previewError('NotSealedYet');
      }
      const ranges = inclusionRanges(index, head.size);
      const hashes = await rangeHashes(trx, ranges);
      return formatTlogProof({
        ...{ index, hashes, extra: null },
        checkpoint: head.note,
      });
    });
  }

  /** @throws PreviewError `InvalidTreeSize`, `NotSealedYet` */
  consistency(from: number, wanted?: number): Promise<AuditConsistency> {
    return this.options.knex.transaction(async trx => {
      const { size } = await headOf(trx);
      const to = wanted ?? size;
      const field = from < 1 || from > to ? 'from' : 'to';
      if (field === 'from' || to > size) {
        throw previewError('InvalidTreeSize', { field });
      }
      const [fromRoot, toRoot, ...proof] = await rangeHashes(trx, [
        { start: 0, end: from },
        { start: 0, end: to },
        ...consistencyRanges(from, to),
      ]);
      return {
        ...{ from, to, proof: proof.map(toBase64) },
        ...{ fromRoot: toBase64(fromRoot), toRoot: toBase64(toRoot) },
      };
    });
  }

  /**
   * An evidence bundle, to be read as fast as somebody takes it.
   *
   * @throws PreviewError `NotSealedYet`
   */
  async bundle(request: {
    asked: Record<string, unknown>;
    since: number[];
    part: { filter: AuditFilter; restrict: Restrict | undefined } | null;
  }): Promise<AsyncIterable<string>> {
    const { knex, clock, keys } = this.options;
    const { head, anchored } = await knex.transaction(async trx => ({
      head: await headOf(trx),
      anchored: await anchoredSizes(trx),
    }));
    return bundleLines({
      ...{ knex, head, now: clock.now() },
      ...request,
      since: [...request.since, ...anchored],
      keys: keys.describe().map(({ verifierKey }) => verifierKey),
    });
  }
}

async function headOf(trx: Knex.Transaction): Promise<Head> {
  const head = await newestHead(trx);
  if (!head) {
    throw previewError('NotSealedYet');
  }
  return head;
}
