// SPDX-License-Identifier: Apache-2.0
import {
  type EnvironmentQuery,
  type EnvironmentSummary,
  type Page,
  type PreviewSession,
  previewError,
} from '@preview-environments/backstage-plugin-preview-common';
import type { Knex } from 'knex';
import { findEnvironments } from '../../database/environments/findEnvironments';
import {
  countActiveKeys,
  listActiveKeys,
} from '../../database/environments/listActiveKeys';
import { listSessions } from '../../database/sessions/listSessions';
import type { Restrict } from '../../database/sessions/sessionFilter';
import type { SessionContext } from '../SessionContext';
import { loadViews } from '../view/loadViews';
import {
  DEFAULT_LIMIT,
  MOST_COUNTED,
  describeCount,
  filterOf,
  orderOf,
} from './list';

/** More sessions of one page of environments are not shown. */
const MOST_SESSIONS = 1000;

/** One page of keys that have active previews. */
export async function listEnvironments(
  context: SessionContext,
  query: EnvironmentQuery,
  restrict: Restrict | undefined,
): Promise<Page<EnvironmentSummary>> {
  const { limit = DEFAULT_LIMIT, cursor, count, ...narrowed } = query;
  const { knex, cursors } = context;
  const signed = { list: 'environments', ...narrowed };
  const after = cursor ? cursors.read(cursor, signed) : undefined;
  const filter = filterOf(query);
  return knex.transaction(async trx => {
    const keys = await listActiveKeys(trx, {
      ...{ filter, restrict },
      order: orderOf(query.order ?? 'key:asc'),
      limit: limit + 1,
      after: after && { key: after.id, value: after.value },
    });
    const shown = keys.slice(0, limit);
    const last = keys.length > limit ? shown.at(-1) : undefined;
    const names = shown.map(({ key }) => key);
    const page: Page<EnvironmentSummary> = {
      items: await summaries(trx, context, names, restrict),
      nextCursor: last
        ? cursors.sign({ value: last.value, id: last.key }, signed)
        : null,
    };
    if (count) {
      const atMost = MOST_COUNTED + 1;
      const found = await countActiveKeys(trx, { filter, restrict, atMost });
      page.count = describeCount(found);
    }
    return page;
  });
}

/** @throws PreviewError `EnvironmentNotFound` without an active preview */
export async function getEnvironment(
  { knex, ...rest }: SessionContext,
  key: string,
  restrict: Restrict | 'none' | undefined,
): Promise<EnvironmentSummary> {
  const [found] =
    restrict === 'none'
      ? []
      : await knex.transaction(trx => summaries(trx, rest, [key], restrict));
  if (!found) {
    throw previewError('EnvironmentNotFound', { field: 'key' });
  }
  return found;
}

async function summaries(
  trx: Knex.Transaction,
  context: Pick<SessionContext, 'config' | 'clock'>,
  keys: string[],
  restrict: Restrict | undefined,
): Promise<EnvironmentSummary[]> {
  const rows = await listSessions(trx, {
    filter: { keys, active: true },
    order: { by: 'createdAt', direction: 'desc' },
    limit: MOST_SESSIONS,
    restrict,
  });
  const views = await loadViews(trx, context, rows);
  const environments = await findEnvironments(trx, keys);
  return keys.flatMap(key => {
    const sessions = views.filter(view => view.key === key);
    const owner = environments.find(each => each.key === key)?.ownerRef;
    return sessions.length > 0 ? [summary(key, sessions, owner)] : [];
  });
}

function summary(
  key: string,
  sessions: PreviewSession[],
  owner: string | undefined,
): EnvironmentSummary {
  const ends = sessions
    .map(({ expiresAt }) => expiresAt)
    .filter((at): at is string => at !== null);
  return {
    key,
    ownerRef: owner ?? sessions[0].ownerRef,
    sessions,
    active: sessions.length,
    nextExpiresAt: ends.sort()[0] ?? null,
  };
}
