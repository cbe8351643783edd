// SPDX-License-Identifier: Apache-2.0
import type { RevisionRecord } from '../database/history/RevisionRecord';
import type { EventNote } from './verdict';

/**
 * The revisions in which other bytes showed up than those seen before: a tag
 * that was moved, and a pod that was made anew. The first look at a revision
 * is no drift.
 */
export function drifted(
  before: RevisionRecord[],
  after: RevisionRecord[],
): RevisionRecord[] {
  return after.filter(revision => {
    const known = before.find(({ number }) => number === revision.number);
    return (
      known !== undefined &&
      known.digests.length > 0 &&
      revision.digests.some(digest => !known.digests.includes(digest))
    );
  });
}

/** At most one event: a look finds all that has changed since the last one. */
export function driftEvents(
  before: RevisionRecord[],
  after: RevisionRecord[],
): EventNote[] {
  const found = drifted(before, after);
  return found.length === 0
    ? []
    : [
        {
          action: 'image.drifted',
          reason: found
            .map(({ number, image, digests }) => {
              const seen = digests.join(', ');
              return `Revision ${number} (${image}) runs more than one image: ${seen}`;
            })
            .join('; '),
        },
      ];
}
