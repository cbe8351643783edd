// SPDX-License-Identifier: Apache-2.0
import {
  type PreviewError,
  previewError,
} from '@preview-environments/backstage-plugin-preview-common';
import type { SessionIntent } from '@preview-environments/backstage-plugin-preview-node';
import { sessionOf } from '../kubernetes/objects/marks';
import { isGoing } from './observe';
import type { MirrordSession } from './model';
import { specOf } from './spec';

/**
 * Sessions of others that would get the same requests as this one: the
 * operator does not keep two such sessions apart.
 */
export function conflictsWith(
  intent: SessionIntent,
  sessions: MirrordSession[],
): MirrordSession[] {
  const { incoming } = specOf(intent, '', 0);
  if (!incoming?.steal) {
    return [];
  }
  return sessions.filter(
    each =>
      sessionOf(each) !== intent.sessionId &&
      !isGoing(each) &&
      each.status?.phase !== 'Failed' &&
      each.spec.target.name === intent.target.name &&
      each.spec.target.kind.toLowerCase() === intent.target.kind &&
      each.spec.incoming?.steal === true &&
      (each.spec.key === intent.key ||
        (each.spec.incoming.httpFilter ?? null) === incoming.httpFilter),
  );
}

/** The refusal of what would get the requests of somebody else's session. */
export function conflictRefusal({ metadata }: MirrordSession): PreviewError {
  return previewError('FilterConflict', {
    message: `The PreviewSession ${metadata.name} takes the same requests.`,
    field: 'key',
  });
}
