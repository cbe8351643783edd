// SPDX-License-Identifier: Apache-2.0
import type {
  AuditEvent,
  AuditQuery,
  Page,
} from '@preview-environments/backstage-plugin-preview-common';
import { listEvents } from '../../audit/listEvents';
import type { Restrict } from '../../database/sessions/sessionFilter';
import type { SessionContext } from '../SessionContext';
import { auditFilterOf } from './auditFilter';
import { DEFAULT_LIMIT } from './list';

/** One page of the audit log, newest first. */
export async function listAuditEvents(
  { knex, cursors }: Pick<SessionContext, 'knex' | 'cursors'>,
  query: AuditQuery,
  restrict: Restrict | undefined,
): Promise<Page<AuditEvent>> {
  const { limit = DEFAULT_LIMIT, cursor, ...narrowed } = query;
  const signed = { list: 'audit', ...narrowed };
  const after = cursor ? cursors.read(cursor, signed) : undefined;
  const events = await knex.transaction(trx =>
    listEvents(trx, {
      filter: auditFilterOf(query),
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
