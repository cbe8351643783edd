// SPDX-License-Identifier: Apache-2.0
import {
  type TrafficInterval,
  type TrafficPage,
  type TrafficQuery,
  previewError,
} from '@preview-environments/backstage-plugin-preview-common';
import {
  type TrafficWithPeople,
  listTraffic,
} from '../../database/history/listTraffic';
import type { Restrict } from '../../database/sessions/sessionFilter';
import type { SessionContext } from '../SessionContext';
import { readEntityRef } from '../start/parseStart';
import { DEFAULT_LIMIT } from './list';
import { moment } from './moment';

const iso = (at: number): string => new Date(at).toISOString();

/**
 * Which previews could receive requests of an entity, oldest interval first.
 *
 * @throws PreviewError `InvalidTime`, `InvalidRequest`, `InvalidCursor`
 */
export async function traffic(
  { knex, cursors }: Pick<SessionContext, 'knex' | 'cursors'>,
  query: TrafficQuery,
  restrict: Restrict | 'none' | undefined,
): Promise<TrafficPage> {
  const { limit = DEFAULT_LIMIT, cursor, ...narrowed } = query;
  const entityRef = readEntityRef(query.entityRef);
  const { from, to } = spanOf(query);
  const signed = { list: 'traffic', ...narrowed };
  const after = cursor ? cursors.read(cursor, signed) : undefined;
  const [sessionId, revision] = after?.id.split(' ') ?? [];
  const rows =
    restrict === 'none'
      ? []
      : await knex.transaction(trx =>
          listTraffic(trx, {
            ...{ entityRef, from, to, restrict },
            limit: limit + 1,
            after: after && {
              fromAt: Number(after.value),
              sessionId,
              revision: Number(revision),
            },
          }),
        );
  const shown = rows.slice(0, limit);
  const last = rows.length > limit ? shown.at(-1) : undefined;
  return {
    from: iso(from),
    to: iso(to),
    items: shown.map(toInterval),
    nextCursor: last
      ? cursors.sign(
          { value: last.fromAt, id: `${last.sessionId} ${last.revision}` },
          signed,
        )
      : null,
  };
}

function spanOf({ at, from, to }: TrafficQuery): { from: number; to: number } {
  if (at !== undefined && from === undefined && to === undefined) {
    const then = moment(at, 'at');
    return { from: then, to: then };
  }
  if (at !== undefined || from === undefined || to === undefined) {
    throw previewError('InvalidRequest', {
      message: 'Give one moment as at, or an interval as from and to.',
      field: 'at',
    });
  }
  const span = { from: moment(from, 'from'), to: moment(to, 'to') };
  if (span.to < span.from) {
    throw previewError('InvalidTime', {
      message: 'The interval ends before it begins.',
      hint: 'Give a later moment as to.',
      field: 'to',
    });
  }
  return span;
}

function toInterval(row: TrafficWithPeople): TrafficInterval {
  const { fromAt, toAt, ...same } = row;
  return {
    ...same,
    from: iso(fromAt),
    to: toAt === null ? null : iso(toAt),
  };
}
