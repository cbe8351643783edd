// SPDX-License-Identifier: Apache-2.0
import type { PreviewSession } from '@preview-environments/backstage-plugin-preview-common';

/** Adds a preview at the top, or replaces the older state of it. */
export function upsert(
  sessions: PreviewSession[],
  session: PreviewSession,
): PreviewSession[] {
  return sessions.some(each => each.id === session.id)
    ? sessions.map(each => (each.id === session.id ? session : each))
    : [session, ...sessions];
}
