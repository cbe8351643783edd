// SPDX-License-Identifier: Apache-2.0
import {
  type Access,
  type Phase,
  filterHeaders,
} from '@preview-environments/backstage-plugin-preview-common';
import type { SessionRecord } from '../../database/SessionRecord';

/** Phases in which no request is routed to it, and why. */
const UNROUTED: Partial<Record<Phase, string>> = {
  failed: 'The preview has failed, so no requests are sent to it.',
  stopping: 'The preview is being stopped, so no requests are sent to it.',
  stopped: 'The preview is over, so no requests are sent to it.',
};

/**
 * How a preview is reached now. Without its route the address would lead to
 * the service itself, which must not be taken for the preview.
 */
export function accessOf(
  session: Pick<SessionRecord, 'access' | 'phase' | 'traffic' | 'key'>,
): Access {
  const access = session.access ?? unknownAccess(session);
  const reason = UNROUTED[session.phase];
  // Pods of a failed one are kept for those who look.
  const hasPods = session.phase !== 'stopped';
  return reason === undefined
    ? access
    : {
        ...access,
        url: null,
        reason,
        curl: null,
        portForward: hasPods ? access.portForward : null,
        shareUrl: null,
      };
}

/** Before the cluster was asked for the first time. */
function unknownAccess({
  traffic,
  key,
}: Pick<SessionRecord, 'traffic' | 'key'>): Access {
  return {
    url: null,
    reason: 'The address is not known yet.',
    headers: filterHeaders(traffic.filter, key),
    curl: null,
    portForward: null,
    shareUrl: null,
  };
}
