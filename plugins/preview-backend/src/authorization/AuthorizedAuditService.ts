// SPDX-License-Identifier: Apache-2.0
import {
  type AuditExportQuery,
  type AuditQuery,
  type TrafficQuery,
  previewAuditExportPermission,
  previewAuditReadPermission,
  previewError,
} from '@preview-environments/backstage-plugin-preview-common';
import type { AuditService } from '../sessions/AuditService';
import { listAuditEvents } from '../sessions/queries/auditEvents';
import { exportEvents } from '../sessions/queries/exportEvents';
import { traffic } from '../sessions/queries/traffic';
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

const READ = [previewAuditReadPermission];
const EXPORT = [previewAuditReadPermission, previewAuditExportPermission];

/** Every question to the audit log behind its authorisation. */
export class AuthorizedAuditService implements AuditService {
  constructor(private readonly parts: Parts) {}

  listEvents(caller: Caller, query: AuditQuery) {
    return this.permitted(caller, 'audit', READ, async () => {
      const { context, guard } = this.parts;
      const visible = await guard.visibleEvents(caller);
      return visible === 'none'
        ? { items: [], nextCursor: null }
        : listAuditEvents(context, query, visible);
    });
  }

  exportEvents(caller: Caller, query: AuditExportQuery) {
    return this.permitted(caller, 'export', EXPORT, async () => {
      const { context, guard } = this.parts;
      const visible = await guard.visibleEvents(caller);
      return exportEvents(context, caller, query, visible);
    });
  }

  traffic(caller: Caller, query: TrafficQuery) {
    return this.permitted(caller, 'traffic', READ, async () => {
      const { context, guard } = this.parts;
      return traffic(context, query, await guard.visible(caller));
    });
  }

  private permitted<T>(
    caller: Caller,
    what: string,
    permissions: typeof READ,
    work: () => Promise<T>,
  ): Promise<T> {
    return this.parts.attempts.run(caller, { what }, async () => {
      if (!(await this.parts.gate.allows(caller, ...permissions))) {
        throw previewError('PermissionDenied');
      }
      return work();
    });
  }
}
