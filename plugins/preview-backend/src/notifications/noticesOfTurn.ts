// SPDX-License-Identifier: Apache-2.0
import type { SessionRecord } from '../database/SessionRecord';
import { type NewNotice, dueNow } from './Notice';

/**
 * What people are told when the lifecycle changes a row. An end at the
 * deadline is no news: it was warned of. Of what was started elsewhere nobody
 * asked to hear.
 */
export function noticesOfTurn(
  before: SessionRecord,
  after: SessionRecord,
  now: number,
): NewNotice[] {
  if (after.origin === 'elsewhere') {
    return [];
  }
  const { revision, image } = after;
  const message = after.failure?.message ?? '';
  const notices: NewNotice[] = [];
  if (
    before.phase !== 'ready' &&
    after.phase === 'ready' &&
    after.failedRevision !== revision
  ) {
    // Getting well again is no news either: the revision makes it one fact.
    notices.push(
      dueNow(after, { kind: 'ready', revision, image }, revision, now),
    );
  }
  if (before.phase !== 'failed' && after.phase === 'failed') {
    notices.push(
      dueNow(after, { kind: 'failed', revision, message }, revision, now),
    );
  }
  if (after.failedRevision === revision && before.failedRevision !== revision) {
    notices.push(
      dueNow(
        after,
        { kind: 'update-failed', revision, message },
        revision,
        now,
      ),
    );
  }
  if (
    before.desiredState === 'running' &&
    after.desiredState === 'stopped' &&
    after.desiredEndReason === 'deleted-in-cluster'
  ) {
    notices.push(
      dueNow(
        after,
        {
          kind: 'stopped',
          endReason: after.desiredEndReason,
          reason: after.desiredReason,
        },
        after.generation,
        now,
      ),
    );
  }
  return notices;
}
