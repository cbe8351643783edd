// SPDX-License-Identifier: Apache-2.0
import type {
  AuditAction,
  AuditFilters,
  AuditOutcome,
} from '@preview-environments/backstage-plugin-preview-common';
import type { AuditFilter } from '../../audit/listEvents';
import { moment } from './moment';

/** @throws PreviewError `InvalidTime` */
export function auditFilterOf(query: AuditFilters): AuditFilter {
  const { from, to, actor, session, key, cluster } = query;
  const lower = (ref: string) => ref.toLowerCase();
  return {
    from: from === undefined ? undefined : moment(from, 'from'),
    to: to === undefined ? undefined : moment(to, 'to'),
    actor,
    sessionId: session,
    key,
    cluster,
    entityRef: query.entityRef && lower(query.entityRef),
    owners: query.owner?.map(lower),
    actions: query.action as AuditAction[] | undefined,
    outcomes: query.outcome as AuditOutcome[] | undefined,
  };
}
