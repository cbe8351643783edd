// SPDX-License-Identifier: Apache-2.0
import {
  defaultFilter,
  meetsByPrefix,
  type PreviewError,
  previewError,
} from '@preview-environments/backstage-plugin-preview-common';
import type { SessionIntent } from '@preview-environments/backstage-plugin-preview-node';
import { sessionOf } from '../kubernetes/objects/marks';
import { defaultFilterText } from './filter';
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
        (each.spec.incoming.httpFilter ?? null) === incoming.httpFilter ||
        meetsByDefault(intent, each)),
  );
}

/**
 * The operator's default filter does not tell keys apart of which one begins
 * like the other.
 */
function meetsByDefault(
  { key, traffic }: SessionIntent,
  { spec }: MirrordSession,
): boolean {
  const filter = traffic.filter ?? defaultFilter(key);
  const theirs = isDefault(spec)
    ? ({ type: 'mirrord-default' } as const)
    : ({ type: 'header-regex', pattern: '' } as const);
  return meetsByPrefix({ key, filter }, { key: spec.key, filter: theirs });
}

function isDefault({ key, incoming }: MirrordSession['spec']): boolean {
  try {
    const config = JSON.parse(incoming?.httpFilter ?? '{}');
    return config.header_filter === defaultFilterText(key);
  } catch {
    return false;
  }
}

/** The refusal of what would get the requests of somebody else's session. */
export function conflictRefusal({ metadata }: MirrordSession): PreviewError {
  return previewError('FilterConflict', {
    message: `The PreviewSession ${metadata.name} takes the same requests.`,
    field: 'key',
  });
}
