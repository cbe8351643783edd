// SPDX-License-Identifier: Apache-2.0
import type {
  Page,
  PreviewSession,
  SessionQuery,
} from '@preview-environments/backstage-plugin-preview-common';
import { previewError } from '@preview-environments/backstage-plugin-preview-common';
import { countSessions } from '../../database/sessions/countSessions';
import { listSessions } from '../../database/sessions/listSessions';
import type {
  Restrict,
  SessionFilter,
} from '../../database/sessions/sessionFilter';
import {
  keysetOf,
  type SessionOrder,
  type SessionSort,
  SORT_SQL,
} from '../../database/sessions/sessionOrder';
import type { SessionContext } from '../SessionContext';
import { loadViews } from '../view/loadViews';
import { moment } from './moment';

export const DEFAULT_LIMIT = 50;
export const MOST_COUNTED = 1000;

/** One page of sessions, narrowed by whatever the caller may see. */
export async function list(
  context: SessionContext,
  query: SessionQuery,
  restrict: Restrict | undefined,
): Promise<Page<PreviewSession>> {
  const { knex, cursors } = context;
  const { limit = DEFAULT_LIMIT, cursor, count, ...narrowed } = query;
  const order = orderOf(query.order ?? 'createdAt:desc');
  const filter = filterOf(query);
  const after = cursor ? cursors.read(cursor, narrowed) : undefined;
  return knex.transaction(async trx => {
    const rows = await listSessions(trx, {
      filter,
      order,
      limit: limit + 1,
      after,
      restrict,
    });
    const shown = rows.slice(0, limit);
    const last = rows.length > limit ? shown.at(-1) : undefined;
    const page: Page<PreviewSession> = {
      items: await loadViews(trx, context, shown),
      nextCursor: last
        ? cursors.sign(keysetOf(last, order.by), narrowed)
        : null,
    };
    if (count) {
      const found = await countSessions(trx, {
        filter,
        atMost: MOST_COUNTED + 1,
        restrict,
      });
      page.count = describeCount(found);
    }
    return page;
  });
}

/**
 * `createdAt:desc` → by and direction. The API has checked it; both become part
 * of a statement, so nothing else gets there by any way.
 */
export function orderOf(text: string): SessionOrder {
  const [, by, direction] = /^(\w+):(asc|desc)$/.exec(text) ?? [];
  if (!Object.hasOwn(SORT_SQL, by)) {
    throw previewError('InvalidRequest', {
      message: `Lists cannot be sorted by "${text}".`,
      field: 'order',
    });
  }
  return { by: by as SessionSort, direction: direction as 'asc' | 'desc' };
}

/** What was counted, in the words of the API. */
export function describeCount(found: number): string {
  return found > MOST_COUNTED ? `${MOST_COUNTED}+` : `${found}`;
}

/** What a query narrows sessions by. */
export function filterOf(query: SessionQuery): SessionFilter {
  const { entityRef, key, active, cluster, namespace, target, q } = query;
  return {
    entityRef: entityRef?.toLowerCase(),
    owners: query.owner?.map(ref => ref.toLowerCase()),
    phases: query.phase,
    createdBy: query.createdBy,
    expiresBefore:
      query.expiresBefore === undefined
        ? undefined
        : moment(query.expiresBefore, 'expiresBefore'),
    key,
    active,
    cluster,
    namespace,
    target,
    q,
  };
}
