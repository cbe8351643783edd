// SPDX-License-Identifier: Apache-2.0
import {
  type AuditAction,
  type AuditEvent,
  type AuditOutcome,
  type AuditQuery,
  type Page,
  previewError,
} from '@preview-environments/backstage-plugin-preview-common';
import { DateTime } from 'luxon';
import { listEvents } from '../../audit/listEvents';
import type { Restrict } from '../../database/sessions/sessionFilter';
import type { SessionContext } from '../SessionContext';
import { DEFAULT_LIMIT } from './list';

/** One page of the audit log, newest first. */
export async function listAuditEvents(
  { knex, cursors }: SessionContext,
  query: AuditQuery,
  restrict: Restrict | undefined,
): Promise<Page<AuditEvent>> {
  const { limit = DEFAULT_LIMIT, cursor, ...narrowed } = query;
  const signed = { list: 'audit', ...narrowed };
  const after = cursor ? cursors.read(cursor, signed) : undefined;
  const { actor, session, key, entityRef, owner, action, outcome } = query;
  const events = await knex.transaction(trx =>
    listEvents(trx, {
      filter: {
        from: moment(query.from, 'from'),
        to: moment(query.to, 'to'),
        actor,
        sessionId: session,
        key,
        entityRef: entityRef?.toLowerCase(),
        owners: owner?.map(ref => ref.toLowerCase()),
        actions: action as AuditAction[] | undefined,
        outcomes: outcome as AuditOutcome[] | undefined,
        cluster: query.cluster,
      },
      order: 'desc',
      limit: limit + 1,
      after: after && { value: Number(after.value), id: after.id },
      restrict,
    }),
  );
  const items = events.slice(0, limit);
  const last = events.length > limit ? items.at(-1) : undefined;
  return {
    items,
    nextCursor: last
      ? cursors.sign({ value: Date.parse(last.at), id: last.id }, signed)
      : null,
  };
}

function moment(text: string | undefined, field: string): number | undefined {
  if (text === undefined) {
    return undefined;
  }
  const time = DateTime.fromISO(text, { zone: 'utc' });
  if (!time.isValid) {
    throw previewError('InvalidTime', {
      message: 'This is not a moment.',
      field,
    });
  }
  return time.toMillis();
}
