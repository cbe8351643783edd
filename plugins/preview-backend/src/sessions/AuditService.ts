// SPDX-License-Identifier: Apache-2.0
import type {
  AuditEvent,
  AuditExportQuery,
  AuditQuery,
  Page,
  TrafficPage,
  TrafficQuery,
} from '@preview-environments/backstage-plugin-preview-common';
import type { Caller } from '../authorization/Caller';
import type { AuditExport } from './queries/exportEvents';

/**
 * Everything that can be asked of the audit log. Each method throws a
 * `PreviewError` when it refuses.
 */
export interface AuditService {
  listEvents(caller: Caller, query: AuditQuery): Promise<Page<AuditEvent>>;
  exportEvents(caller: Caller, query: AuditExportQuery): Promise<AuditExport>;
  traffic(caller: Caller, query: TrafficQuery): Promise<TrafficPage>;
}
