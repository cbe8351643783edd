// SPDX-License-Identifier: Apache-2.0
import type {
  AuditEvent,
  AuditQuery,
  Page,
} from '@preview-environments/backstage-plugin-preview-common';
import type { Caller } from '../authorization/Caller';

/**
 * Everything that can be asked of the audit log. Each method throws a
 * `PreviewError` when it refuses.
 */
export interface AuditService {
  listEvents(caller: Caller, query: AuditQuery): Promise<Page<AuditEvent>>;
}
