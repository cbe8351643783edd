// SPDX-License-Identifier: Apache-2.0
import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type { Via } from '@preview-environments/backstage-plugin-preview-common';
import type { AccessEntry } from './subjects/accessEntries';

/** Who asks, found out once per request. */
export interface Caller {
  credentials: BackstageCredentials;
  principal: 'user' | 'service';
  /** Entity ref of a user, subject of a service. */
  ref: string;
  /** Everything that a user owns things through; empty for services. */
  ownershipRefs: string[];
  /** In `preview.access.admins`. */
  isAdmin: boolean;
  /** What the configuration lets a service do; empty for users. */
  entries: AccessEntry[];
  via: Via;
  requestId: string;
}

/** Somebody who acts by rule, not by decision: a stop by a person beats it. */
export function isAutomation(caller: Caller): boolean {
  return (
    caller.principal === 'service' ||
    ['action', 'github', 'mcp'].includes(caller.via)
  );
}
