// SPDX-License-Identifier: Apache-2.0
import {
  type AuditQuery,
  previewAuditReadPermission,
  previewError,
} from '@preview-environments/backstage-plugin-preview-common';
import type { AuditService } from '../sessions/AuditService';
import { listAuditEvents } from '../sessions/queries/auditEvents';
import type { SessionContext } from '../sessions/SessionContext';
import type { Attempts } from './Attempts';
import type { Caller } from './Caller';
import type { PermissionGate } from './PermissionGate';
import type { SessionGuard } from './SessionGuard';

interface Parts {
  context: SessionContext;
  gate: PermissionGate;
  guard: SessionGuard;
  attempts: Attempts;
}

/** Every question to the audit log behind its authorisation. */
export class AuthorizedAuditService implements AuditService {
  constructor(private readonly parts: Parts) {}

  listEvents(caller: Caller, query: AuditQuery) {
    return this.parts.attempts.run(caller, { what: 'audit' }, async () => {
      const { context, gate, guard } = this.parts;
      if (!(await gate.allows(caller, previewAuditReadPermission))) {
        throw previewError('PermissionDenied');
      }
      return listAuditEvents(context, query, guard.visibleEvents(caller));
    });
  }
}
