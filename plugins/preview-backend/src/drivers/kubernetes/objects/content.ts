// SPDX-License-Identifier: Apache-2.0
import { ANNOTATION_PREFIX } from '@preview-environments/backstage-plugin-preview-common';
import { createHash } from 'node:crypto';
import { covers } from './covers';

/** Hash of the spec as it was written last. */
export const CONTENT = `${ANNOTATION_PREFIX}/content`;

export function contentHash(spec: unknown): string {
  return createHash('sha256')
    .update(JSON.stringify(spec))
    .digest('hex')
    .slice(0, 16);
}

/**
 * Whether an object needs no write: the same was written last (so nothing is
 * to be taken away), and nobody has changed it since.
 */
export function upToDate(
  live: { content: string | null; spec: unknown },
  wanted: unknown,
): boolean {
  return live.content === contentHash(wanted) && covers(live.spec, wanted);
}
