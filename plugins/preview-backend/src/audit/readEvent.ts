// SPDX-License-Identifier: Apache-2.0
import type { AuditEvent } from '@preview-environments/backstage-plugin-preview-common';

/** An event from its bytes; what older ones do not have is `null`. */
export function readEvent(body: string): AuditEvent {
  return { changes: null, ...JSON.parse(body) };
}
