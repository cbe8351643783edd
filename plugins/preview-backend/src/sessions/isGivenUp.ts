// SPDX-License-Identifier: Apache-2.0
import type { SessionRecord } from '../database/SessionRecord';

/**
 * Whether what is wanted did not come up and is not tried any more, be it that
 * nothing serves or that the revision before does.
 */
export function isGivenUp({
  failedRevision,
  phase,
  revision,
}: Pick<SessionRecord, 'failedRevision' | 'phase' | 'revision'>): boolean {
  return phase === 'failed' || failedRevision === revision;
}
