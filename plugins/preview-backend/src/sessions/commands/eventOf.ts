// SPDX-License-Identifier: Apache-2.0
import type { AuditAction } from '@preview-environments/backstage-plugin-preview-common';
import { aboutSession } from '../../audit/aboutSession';
import type { NewAuditEvent } from '../../audit/NewAuditEvent';
import type { Caller } from '../../authorization/Caller';
import type { SessionRecord } from '../../database/SessionRecord';

/** The audit event of a command on a session, as the session is after it. */
export function eventOf(
  caller: Caller,
  action: AuditAction,
  session: SessionRecord,
  at: number,
  reason: string | null,
): NewAuditEvent {
  return {
    identity: ['command', session.id, session.generation, action],
    action,
    at,
    actor: caller.ref,
    claimedActor: session.claimedActor,
    via: caller.via,
    requestId: caller.requestId,
    ...aboutSession(session),
    reason,
  };
}
